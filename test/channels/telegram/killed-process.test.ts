import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";

let botApi: BotApi;
const processes: ChildProcess[] = [];

beforeEach(async () => {
  botApi = await startBotApi();
});
afterEach(async () => {
  for (const child of processes.splice(0)) child.kill("SIGKILL");
  await botApi.close();
});

const program = fileURLToPath(new URL("support/bot-process.ts", import.meta.url));

function startProcess(manner: "hangs" | "answers") {
  const child = spawn(process.execPath, ["--import", "tsx", program, botApi.token, botApi.apiRoot, manner], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  processes.push(child);
  return child;
}

it("a bot killed in the middle of a turn gets the message again, and confirms it once it is answered", async () => {
  const lin = botApi.user({ id: 11, firstName: "Lin" });
  const killed = startProcess("hangs");
  lin.says("20000");
  const [begun] = await once(killed.stdout, "data");
  expect(String(begun)).toBe("turn m1\n");
  killed.kill("SIGKILL");
  await once(killed, "exit");
  expect(botApi.pendingUpdates).toHaveLength(1);

  const next = startProcess("answers");
  expect((await lin.hears()).text).toBe("You said: 20000");
  next.kill("SIGTERM");
  const [code] = await once(next, "exit");
  expect(code).toBe(0);
  expect(botApi.pendingUpdates).toEqual([]);
});
