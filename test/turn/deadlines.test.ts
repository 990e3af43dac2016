/** Deadlines in the borrower's time: fired when they have come, once, each at its own moment. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fireDeadlines } from "../../bot/jobs/fire-deadlines.ts";
import type { Database } from "../../db/connection/connection.ts";
import { findConversation } from "../../db/conversation/conversations.ts";
import { type Conversation, openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { runDueJobs } from "../support/jobs.ts";
import { bringTo, placeOf, sequenceOf } from "../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(() => database.close());

const idOf = async ({ chatId }: Conversation): Promise<string> =>
  (await findConversation(database.orm, { channel: "terminal", chatId }))?.id ?? "";
const raised = async (conversation: Conversation): Promise<string[]> => {
  const rows = await database.sql<{ name: string }[]>`
    select r.installment || ' ' || r.stage as name from reminders r join loans l on l.id = r.loan_id
    join conversations c using (borrower_id) where c.chat_id = ${conversation.chatId} order by r.raised_at, 1`;
  return rows.map(({ name }) => name);
};

describe("a quote", () => {
  it("stands a second before its expiry, and is gone with it", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await conversation.moveTo("2016-02-10T10:29:59+08:00");
    expect(await placeOf(system, conversation)).toBe("quoting.reviewing");
    await conversation.moveTo("2016-02-10T10:30:00+08:00");
    expect(await placeOf(system, conversation)).toBe("quoting.expired");
  });

  it("that has expired cannot be accepted, also before its deadline was fired", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await database.sql`update conversations set clock_offset_ms = 1800000 where chat_id = ${conversation.chatId}`;
    await system.sessions.delete({ channel: "terminal", chatId: conversation.chatId });
    await conversation.send({ kind: "button", buttonId: conversation.button("同意报价").id });
    expect(await placeOf(system, conversation)).toBe("quoting.expired");
  });

  it("that was signed in time does not expire", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    const heard = conversation.replies.length;
    await conversation.moveTo("2016-02-10T11:00:00+08:00");
    expect(conversation.replies).toHaveLength(heard);
  });
});

describe("reminders", () => {
  it("come once for each installment and stage, however the clock runs", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    const jumps = [
      "2016-03-07T12:00",
      "2016-03-07T18:00",
      "2016-03-10T09:00",
      "2016-03-11T08:59",
      "2016-04-12T09:00",
    ];
    for (const jump of jumps) await conversation.moveTo(`${jump}:00+08:00`);
    expect(await raised(conversation)).toEqual([
      ...["1 before", "1 due", "1 overdue-1", "1 overdue-2"],
      ...["2 before", "1 overdue-3", "2 due", "2 overdue-1"],
    ]);
    const told = conversation.replies.filter(({ text }) => /第[12]期（共5期）/.test(text));
    expect(told).toHaveLength(8);
  });

  it("are fired once by two workers at the same moment", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    const id = await idOf(conversation);
    await database.sql`update conversations set clock_offset_ms = ${26 * 86_400_000} where id = ${id}`;
    const heard = conversation.replies.length;
    await Promise.all([fireDeadlines(system.jobs, id), fireDeadlines(system.jobs, id)]);
    expect(await raised(conversation)).toEqual(["1 before"]);
    expect(conversation.replies).toHaveLength(heard + 1);
  });

  it("follow the wish: on the day only, or a week before", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    for (const line of ["提醒设置", "只在当天"]) await conversation.say(line);
    await conversation.moveTo("2016-03-10T12:00:00+08:00");
    expect(await raised(conversation)).toEqual(["1 due"]);
    for (const line of ["提醒设置", "提前7天"]) await conversation.say(line);
    await conversation.moveTo("2016-04-03T12:00:00+08:00");
    expect((await raised(conversation)).at(-1)).toBe("2 before");
  });

  it("stop for what is paid", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "repaying");
    await conversation.press("确认还款 ¥2,145.00");
    await conversation.moveTo("2016-04-01T12:00:00+08:00");
    expect(await raised(conversation)).toEqual([]);
  });
});

describe("an application left lying", () => {
  it("is brought up once, a day later, and not any more when it is over", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "welcomed");
    await conversation.say("借钱");
    const heard = conversation.replies.length;
    await conversation.moveTo("2016-02-11T10:00:00+08:00");
    await conversation.moveTo("2016-02-13T10:00:00+08:00");
    expect(conversation.replies).toHaveLength(heard + 1);
    await conversation.say("取消");
    await conversation.moveTo("2016-02-20T10:00:00+08:00");
    await runDueJobs(system.jobs);
    expect(conversation.replies).toHaveLength(heard + 2);
  });
});

describe("a card's money on its way", () => {
  it("is asked after when it should be there", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    await conversation.moveTo("2016-03-10T10:00:00+08:00");
    for (const line of ["还款", "还本期 ¥2,145.00", "银行卡", "确认还款 ¥2,145.00"])
      await conversation.say(line);
    const before = await raised(conversation);
    await conversation.moveTo("2016-03-11T09:59:00+08:00");
    expect(await raised(conversation)).toEqual(before);
    const replies = await conversation.moveTo("2016-03-11T10:00:00+08:00");
    expect(replies.at(-1)?.text).toContain("¥2,145.00");
    expect(await placeOf(system, conversation)).toBe("reminding.watching");
  });
});

describe("turns of one conversation at the same time", () => {
  const waiting = async (): Promise<number> => {
    const [row] = await database.sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.["count"];
  };

  it("wait for each other holding nothing", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    const id = await idOf(conversation);
    await database.sql`update conversations set clock_offset_ms = 1800000 where id = ${id}`;
    await system.sessions.delete({ channel: "terminal", chatId: conversation.chatId });
    let firing: Promise<void> | undefined;
    await database.sql.begin(async (tx) => {
      await tx`select from conversations where id = ${id} for no key update`;
      firing = fireDeadlines(system.jobs, id);
      await vi.waitFor(async () => expect(await waiting()).toBe(1));
      const free = await tx`select key from deadlines where conversation_id = ${id} for update nowait`;
      expect(free.length).toBeGreaterThan(0);
    });
    await firing;
    expect(await placeOf(system, conversation)).toBe("quoting.expired");
  });

  it("a turn that Postgres ends to resolve a stalemate is taken again", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "welcomed");
    await database.sql`
      create function end_once() returns trigger language plpgsql as $$
      begin
        if nextval('ended') = 1 then raise exception 'stalemate' using errcode = '40P01'; end if;
        return new;
      end $$`;
    await database.sql`create sequence ended`;
    await database.sql`create trigger end_once before insert on inbox for each row execute function end_once()`;
    const before = await sequenceOf(system, conversation);
    const [reply] = await conversation.say("能提前还款吗");
    await database.sql`drop trigger end_once on inbox`;
    expect(reply?.text).toContain("可以");
    expect(await sequenceOf(system, conversation)).toBe(before + 1);
    const [row] = await database.sql`select last_value::int as tries from ended`;
    expect(row?.["tries"]).toBe(2);
  });
});
