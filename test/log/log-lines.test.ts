/** What an outage leaves in the log and on the terminal: a line each time, and no stack. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLog } from "../../bot/log/log.ts";
import type { Database } from "../../db/connection/connection.ts";
import { type PartnerCall, type Partners, PartnerUnavailable } from "../../partners/ports.ts";
import { openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { hastenJobs } from "../support/jobs.ts";
import { bringTo, PAY_FIRST, type Place, SIGN } from "../support/journeys.ts";
import { testAssistant } from "../support/test-assistant.ts";

const away = (_: PartnerCall): Promise<never> =>
  Promise.reject(new PartnerUnavailable("verifyName: no answer from the partner"));

interface Outage {
  kind: string;
  from: Place;
  lines: string[];
  without: (partners: Partners) => Partners;
}
const begin = ["借10000，分5期，等额本金，日常消费", "开始实名核验"];
const outages: Outage[] = [
  {
    ...{ kind: "verifyName", from: "welcomed", lines: begin },
    without: (p) => ({ ...p, verifyName: away }),
  },
  {
    ...{ kind: "findCard", from: "welcomed", lines: begin },
    without: (p) => ({ ...p, findCard: away }),
  },
  {
    ...{ kind: "assess", from: "welcomed", lines: [...begin, "授权查询征信"] },
    without: (p) => ({ ...p, reportCredit: away }),
  },
  {
    ...{ kind: "verifyFace", from: "quoted", lines: ["同意报价", "同意合同，去刷脸"] },
    without: (p) => ({ ...p, verifyFace: away }),
  },
  {
    ...{ kind: "payOut", from: "signing", lines: [SIGN] },
    without: (p) => ({ ...p, payOut: away }),
  },
  {
    ...{ kind: "collect", from: "repaying", lines: [PAY_FIRST] },
    without: (p) => ({ ...p, collect: away }),
  },
];

describe("a partner that is out of reach", () => {
  let database: Database;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.close());

  it.each(outages)(
    "is one warning a try, without a stack ($kind)",
    async ({ kind, from, lines, without }) => {
      const written: string[] = [];
      const log = openLog("debug", { write: (line) => void written.push(line) });
      const system = await testAssistant({ database, log, partners: without });
      const conversation = openConversation(system);
      await bringTo(conversation, from);
      for (const line of lines) await conversation.say(line);
      for (let tries = 1; tries < 3; tries += 1) {
        await hastenJobs(system.jobs, "run-command");
        await conversation.settle();
      }
      const warning = { level: 40, kind, msg: "the partner is out of reach" };
      expect(written.map((line) => JSON.parse(line))).toMatchObject([warning, warning, warning]);
      expect(written.join()).not.toMatch(/"err"|stack|\.ts:\d/);
    },
  );
});

describe("Postgres out of reach at the start", { timeout: 120_000 }, () => {
  const start = (script: string, ...args: string[]) =>
    spawn(process.execPath, ["--import", "tsx", script, ...args], {
      env: { ...process.env, DATABASE_URL: "postgres://jiedao@127.0.0.1:1/jiedao" },
      stdio: ["ignore", "pipe", "pipe"],
    });

  it.each([["ops/processes/chat.ts"], ["ops/main.ts", "status"]])(
    "is one sentence (%s)",
    async (script, ...args) => {
      const child = start(script, ...args);
      const ended = once(child, "exit");
      const said = (await text(child.stderr)).trim().split("\n");
      expect(await ended).toEqual([1, null]);
      expect(said.at(-1)).toBe(
        "The database is out of reach (ECONNREFUSED). Look at DATABASE_URL, then run it again.",
      );
      expect(said.join()).not.toMatch(/\.ts:\d|node_modules|jiedao@/);
    },
  );

  it("is a line that says that npm start waits for it, and nothing else", async () => {
    const child = start("ops/processes/start.ts");
    const [line] = await once(child.stderr, "data");
    child.kill("SIGKILL");
    const said = String(line) + (await text(child.stderr));
    expect(JSON.parse(said)).toMatchObject({
      level: 30,
      msg: "The database is out of reach (ECONNREFUSED): it is tried again, 60 times.",
    });
    expect(said).not.toContain("stack");
  });
});
