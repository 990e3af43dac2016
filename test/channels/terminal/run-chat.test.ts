/** `npm run chat` with piped lines: the real application, worker and all, on a database of its own. */
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readChatOptions, UsageError } from "../../../bot/channels/terminal/options.ts";
import { runChat } from "../../../bot/channels/terminal/run-chat.ts";
import { readConfig } from "../../../bot/config.ts";
import { silentLog } from "../../../bot/log/log.ts";
import { type App, openApp } from "../../../bot/open-app.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
let app: App;
beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(readConfig({ DATABASE_URL: database.url, LOG_LEVEL: "silent" }), silentLog);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function chat(lines: string[], flags: string): Promise<string> {
  const options = readChatOptions(flags.split(" "));
  if (!options) throw new Error("only help was asked for");
  const output = new PassThrough();
  await runChat({ ...app, options, input: Readable.from(lines.map((line) => `${line}\n`)), output });
  return await text(output.end());
}

interface Reply {
  text: string;
  buttons: { label: string; id: string }[];
  stage: string;
}

const replies = async (lines: string[], flags: string): Promise<Reply[]> =>
  (await chat(lines, `${flags} --json`))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Reply);

const published = "2016-02-10T10:00:00+08:00";
const toTheQuote = ["你好", "同意并继续", "借10000分5期", "#1", "授权查询征信", "等额本金", "日常消费"];

describe("a piped chat", () => {
  it("prints the published schedule (DESIGN: 2,145.00 first, 2,030.00 last, 451.00 interest), and the same again", async () => {
    const first = await chat(toTheQuote, `--now ${published}`);
    expect(first).toMatch(/利息共 ¥451\.00/);
    expect(first).toMatch(/1 .*2016年3月10日.* ¥2,145\.00/);
    expect(first).toMatch(/5 .*2016年7月10日.* ¥2,030\.00/);
    expect(await chat(toTheQuote, `--now ${published}`)).toBe(first);
  });

  it("prints one JSON object a line for each reply, and presses a button by its number or its label", async () => {
    const [hello, ...more] = await replies(["你好", "#1", "常见问题"], `--now ${published}`);
    expect(hello?.stage).toBe("welcoming");
    expect(hello?.buttons[0]).toEqual({ label: "同意并继续", id: expect.any(String) });
    expect(more.map(({ stage }) => stage)).toEqual(["idle", "idle"]);
    expect(more[0]?.text).toContain("想做什么");
  });

  it("goes on under the same name, and begins with what its clock has brought since", async () => {
    const signing = ["同意报价", "#1", "确认借款 ¥10,000.00，分5期", "提前3天"];
    const lent = await replies([...toTheQuote, ...signing], `--as li --persona ordinary --now ${published}`);
    expect(lent.at(-1)?.stage).toBe("reminding");
    const later = await replies(["我的借款"], "--as li --now 2016-03-10T12:00:00+08:00");
    const [health] = await replies(["我的财务健康"], "--as li --persona ordinary");
    expect(health?.text).not.toContain("先评估");
    expect(later.map(({ text: said }) => said.split("\n")[0])).toEqual([
      "这条是2016年3月7日的消息：",
      expect.stringContaining("今天到期，应还 ¥2,145.00"),
      expect.stringContaining("你有1笔借款在还"),
    ]);
  });

  it.each([
    ["--persona nobody", "--persona takes one of"],
    ["--now yesterday", "--now takes an instant"],
    ["--lang fr", "--lang"],
  ])("refuses %s in a sentence", async (flags, sentence) => {
    await expect(chat([], flags)).rejects.toThrow(UsageError);
    await expect(chat([], flags)).rejects.toThrow(sentence);
  });
});
