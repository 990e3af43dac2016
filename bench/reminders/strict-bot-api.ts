/**
 * A Bot API that takes 30 messages a second and answers 429 beyond: a bucket of 30 that fills up with 30 a second.
 * POST /figures tells what came.
 */
import { createServer } from "node:http";

const mostASecond = 30;
const accepted: number[] = [];
let refused = 0;
let left = mostASecond;
let filled = performance.now();

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/figures") {
      const [first = 0] = accepted;
      const seconds = ((accepted.at(-1) ?? 0) - first) / 1000;
      response.end(
        JSON.stringify({ accepted: accepted.length, refused, rate: (accepted.length - 1) / seconds }),
      );
      return;
    }
    const now = performance.now();
    left = Math.min(mostASecond, left + ((now - filled) * mostASecond) / 1000);
    filled = now;
    if (left < 1) {
      refused += 1;
      response.statusCode = 429;
      const description = "Too Many Requests: retry after 1";
      response.end(
        JSON.stringify({ ok: false, error_code: 429, description, parameters: { retry_after: 1 } }),
      );
      return;
    }
    left -= 1;
    accepted.push(now);
    const result = {
      message_id: accepted.length,
      date: 1_700_000_000,
      chat: { id: 1, type: "private" },
      text: "",
    };
    response.end(JSON.stringify({ ok: true, result }));
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
process.on("disconnect", () => process.exit());
