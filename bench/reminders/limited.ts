/** (c) Sending with the limit, to a Bot API that enforces 30 a second. */
import { startDispatching } from "../../ops/campaigns/dispatch/start-dispatching.ts";
import { startChild } from "../child.ts";
import { planAll, print, seedDue, sendingTo, untilDone, usualLimit, withDatabase } from "./sending.ts";

const messages = 900;

export async function benchLimited(): Promise<void> {
  const api = await startChild("./strict-bot-api.ts", import.meta.url);
  const { limiter, close } = usualLimit();
  try {
    await withDatabase(async (database) => {
      await seedDue(database, messages);
      const campaign = await planAll(database);
      const dispatching = await startDispatching(sendingTo({ apiRoot: api.url, database }, limiter));
      await untilDone(database, campaign?.id ?? 0);
      await dispatching.stop();
    });
    const answer = await fetch(`${api.url}/figures`, { method: "POST" });
    const { accepted, refused, rate } = (await answer.json()) as Record<
      "accepted" | "refused" | "rate",
      number
    >;
    print(`(c) ${accepted} messages at 30 a second, to a Bot API that takes no more`);
    print(
      `    achieved                 ${rate.toFixed(2)}/s, ${((rate / 30 - 1) * 100).toFixed(1)} % off   (target: within 2 %)`,
    );
    print(`    answers 429              ${refused}   (target: none)`);
  } finally {
    close();
    api.process.kill();
  }
}
