/** The least of a Bot API that lets a bot answer: every call succeeds at once. A process of its own. */
import { createServer } from "node:http";

let nextMessage = 1;
const me = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" };

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const method = request.url?.split("/").at(-1);
    const sent = {
      message_id: nextMessage++,
      date: 1_700_000_000,
      chat: { id: 1, type: "private" },
      text: "",
    };
    const result = method === "getMe" ? me : method === "sendMessage" ? sent : true;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, result }));
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
process.on("disconnect", () => process.exit());
