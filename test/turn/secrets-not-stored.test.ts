/** What is typed by mistake is nowhere afterwards: not in a table, a session, a log, the history or a language model. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Database } from "../../db/connection/connection.ts";
import { memorySessions } from "../../db/sessions/memory-sessions.ts";
import { openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { testAssistant } from "../support/test-assistant.ts";

const secrets = {
  id: "51010219751111294X",
  card: "6225880137042611",
  phone: "18616273849",
  code: "927415",
  password: "Haihe2024",
  email: "lilei@example.org",
};

async function everythingIn({ orm }: Database): Promise<string> {
  const tables = await orm.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
  const rows = [];
  for (const { name } of tables)
    rows.push(...(await orm.execute<{ row: string }>(sql.raw(`select t::text as row from ${name} t`))));
  return rows.map(({ row }) => row).join("\n");
}

describe("secrets typed into the chat", () => {
  it("are warned of, and stored nowhere", async () => {
    const database = await freshDatabase();
    const sessions = memorySessions({ ttlSeconds: 3600, capacity: 10, now: () => 0 });
    const asked: unknown[] = [];
    const logged: unknown[] = [];
    const note = (...parts: unknown[]): void => void logged.push(parts);
    const system = await testAssistant({
      ...{ database, sessions, log: { info: note, warn: note, error: note } },
      languageModel: {
        complete: async (prompt) => {
          asked.push(prompt);
          return "{}";
        },
      },
    });
    const chat = openConversation(system);
    const said = [
      `你好，我叫李雷，身份证${secrets.id}`,
      `卡号 ${secrets.card}`,
      `打我电话${secrets.phone}吧`,
      `验证码 ${secrets.code}`,
      `the password is ${secrets.password}`,
      `写信到 ${secrets.email} 可以吗`,
      `xyzzy ${secrets.phone} frobnicate`,
    ];
    const replies = [];
    for (const text of said) replies.push(...(await chat.say(text)));
    await chat.command("persona", secrets.phone);
    const warnings = replies.filter(({ text }) => /打码|masked/.test(text));
    expect(warnings).toHaveLength(said.length);
    const address = { channel: "terminal", chatId: chat.chatId } as const;
    const everything = [
      await everythingIn(database),
      ...[
        await sessions.get(address),
        await system.assistant.history(address),
        asked,
        logged,
        chat.replies,
      ].map((one) => JSON.stringify(one)),
    ].join("\n");
    expect(everything).toContain("•");
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.entries(secrets).filter(([, secret]) => everything.includes(secret))).toEqual([]);
  });

  it("a code that was handed over is answered with what to do now, in both languages", async () => {
    const system = await testAssistant({ database: await freshDatabase() });
    const chat = openConversation(system);
    const [zh] = await chat.say("他打电话来要验证码，我给了，验证码是927415");
    expect(zh?.text).toMatch(/没有人会问你要.*\n.*110.*96110/);
    const [en] = await chat.say("somebody called and I told him my code 927415");
    expect(en?.text).toMatch(/nobody of us asks.*\n.*110.*96110/);
  });

  it("what is said besides is done", async () => {
    const system = await testAssistant({ database: await freshDatabase() });
    const chat = openConversation(system, { languageHint: "zh" });
    await chat.say("你好");
    await chat.press("同意并继续");
    const replies = await chat.say("我的手机号是18616273849，借20000分10期");
    expect(replies[0]?.text).toMatch(/打码/);
    expect(replies[0]?.stage).toBe("checkingEligibility");
    expect((await chat.say("我的资料")).at(-1)?.text).toContain("认出来就打码");
  });
});
