import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../../bot/clock.ts";
import { countAudience } from "../../../db/campaigns/audience-counts.ts";
import { campaignLines } from "../../../db/campaigns/campaign-figures.ts";
import {
  approveCampaign,
  cancelCampaign,
  findCampaign,
  pauseCampaign,
  resumeCampaign,
} from "../../../db/campaigns/campaigns.ts";
import type { Database } from "../../../db/connection/connection.ts";
import {
  logChatReminder,
  resumeContacts,
  setReminderHour,
  stopContacts,
} from "../../../db/conversation/contacts.ts";
import { listUnreachableChats } from "../../../db/conversation/unreachable-chats.ts";
import { makePromise } from "../../../db/lending/promises.ts";
import { noLimit } from "../../../ops/campaigns/limit/send-limiter.ts";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import { badGateway, tooManyRequests } from "../../support/bot-api/failures.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { freshDatabase } from "../../support/database.ts";
import { seedBorrowers } from "../../support/fixtures/many-borrowers.ts";
import { openSending } from "./support/sending.ts";

const tuesdayMorning = "2026-11-10T10:00:00+08:00";
/** Due on 12 November: 1,000 yuan and 31 days of 0.05 % on 2,000. */
const disbursedOn = "2026-10-12";
const firstChat = 1001;

let database: Database;
let botApi: BotApi;
let people: TestUser[];

beforeEach(async () => {
  [database, botApi] = await Promise.all([freshDatabase(), startBotApi()]);
});
afterEach(() => Promise.all([database.close(), botApi.close()]));

async function borrowers(count: number, locale: "zh-CN" | "en" = "zh-CN"): Promise<void> {
  await seedBorrowers(database, { count, firstChat, channel: "telegram", locale, disbursedOn });
  people = Array.from({ length: count }, (_, n) => botApi.user({ id: firstChat + n, firstName: `B${n}` }));
  for (const one of people) one.says("/start");
}

async function promised(loan: string, promisedOn: string): Promise<void> {
  const [row] = await database.sql<{ borrower: string }[]>`
    select borrower_id as borrower from loans where number = ${loan}`;
  const promise = { amount: "1031.00", madeOn: "2026-11-10", promisedOn, paidBefore: "0.00" };
  await database.orm.transaction((tx) =>
    makePromise(tx, { id: newId(), borrowerId: row?.borrower ?? "", ...promise }),
  );
}

const heard = (): number[] => people.map((one) => one.messages().length);
const open = (now = tuesdayMorning, changes = {}) => openSending({ database, botApi, now }, changes);
const threeDays = { dueWithinDays: 3 };

const states = async (id = 1): Promise<string[]> =>
  (await campaignLines(database.orm, id)).map(({ status, channel, reason }) =>
    [status, channel, reason].filter(Boolean).join(" "),
  );

const standings = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await countAudience(database.orm, threeDays, "2026-11-10")).map(({ standing, count }) => [
      standing,
      count,
    ]),
  );

const contactLog = () =>
  database.sql<{ line: string }[]>`
    select concat_ws(' ', stage, channel, outcome, reason) as line from contacts join loans on loans.id = loan_id order by number, contacts.id`.then(
    (rows) => rows.map(({ line }) => line),
  );

describe("a campaign", () => {
  it("reminds everybody who is due within three days, once, in their language, and is done", async () => {
    await borrowers(3, "en");
    const sending = open();
    expect(await sending.plan(threeDays)).toEqual({ id: 1, size: 3, status: "running" });
    await sending.run();
    expect(people[0]?.messages()[0]?.text).toContain("¥1,031.00");
    expect(people[0]?.messages()[0]?.text).toContain("Loan JD-1001.");
    expect(await states()).toEqual(["sent chat", "sent chat", "sent chat"]);
    expect((await findCampaign(database.orm, 1))?.status).toBe("done");

    expect(await sending.plan(threeDays)).toBeUndefined();
    await sending.run();
    expect(heard()).toEqual([1, 1, 1]);
    expect(await contactLog()).toEqual(Array(3).fill("before chat sent"));
  });

  it("says that nothing has to be done where it is deducted, but not while a promise lets it wait", async () => {
    await borrowers(2, "en");
    await database.sql`update borrowers set automatic_deduction = 'balance'`;
    await promised("JD-1002", "2026-11-20");
    const sending = open("2026-11-13T10:00:00+08:00");
    await sending.plan({ stage: "overdue-1" });
    await sending.run();
    const told = people.map((one) => one.messages()[0]?.text);
    expect(told[0]).toContain("it is tried again today, from your wallet balance");
    expect(told[1]).toContain("1 day overdue");
    expect(told[1]).not.toContain("deduction");
  });

  it("is in the chat's history", async () => {
    await borrowers(1);
    const sending = open();
    await sending.plan(threeDays);
    await sending.run();
    const rows = await database.sql`select status, sent_ref, outbound->>'text' as text from outbox`;
    expect(rows).toEqual([
      {
        status: "sent",
        sent_ref: String(people[0]?.messages()[0]?.id),
        text: people[0]?.messages()[0]?.text,
      },
    ]);
  });

  it("leaves out whoever paid in the meantime, and whoever has money on its way", async () => {
    await borrowers(3);
    const sending = open();
    await sending.plan(threeDays);
    await database.sql`update installments set principal_paid = principal, interest_paid = interest
      from loans where loans.id = loan_id and loans.number = 'JD-1001' and installments.number = 1`;
    await database.sql`insert into repayments (id, loan_id, kind, rail, amount, status, begun_at)
      select 'r1', id, 'due', 'bank-card', '1031.00', 'processing', ${tuesdayMorning} from loans
      where number = 'JD-1002'`;
    await sending.run();
    expect(heard()).toEqual([0, 0, 1]);
    expect(await states()).toEqual(["skipped paid", "skipped payment-under-way", "sent chat"]);
  });

  it("waits for eight in the morning of the borrower's own clock", async () => {
    await borrowers(2);
    await database.sql`insert into contact_preferences (borrower_id, time_zone)
      select borrower_id, 'Europe/Paris' from loans where number = 'JD-1002'`;
    const sending = open("2026-11-10T22:30:00+08:00");
    await sending.plan(threeDays);
    await sending.run();
    expect(heard()).toEqual([0, 1]);
    expect(await states()).toEqual(["planned quiet-hours", "sent chat"]);
    const [job] = await database.sql<{ waits: number }[]>`
      select round(extract(epoch from run_at - now()) / 60)::integer as waits from graphile_worker.jobs`;
    expect(job?.waits).toBe(9.5 * 60);

    sending.deps.clock.moveTo("2026-11-11T07:59:00+08:00");
    await sending.run();
    expect(heard()).toEqual([0, 1]);
    sending.deps.clock.moveTo("2026-11-11T08:00:00+08:00");
    await sending.run();
    expect(heard()).toEqual([1, 1]);
    expect((await findCampaign(database.orm, 1))?.status).toBe("done");
  });

  it("honours a stop, but for the notices that are required", async () => {
    await borrowers(1);
    const [row] = await database.sql<{ borrower: string }[]>`select borrower_id as borrower from loans`;
    const sending = open();
    await sending.plan(threeDays);
    await stopContacts(database.orm, row?.borrower ?? "", tuesdayMorning);
    await sending.run();
    expect(await states()).toEqual(["skipped stopped"]);
    expect(await sending.plan(threeDays)).toBeUndefined();

    const late = open("2026-11-13T10:00:00+08:00");
    await late.plan({ stage: "overdue-1" });
    await late.run();
    expect(await states(3)).toEqual(["sent chat"]);
    expect(await database.sql`select stage, required from contacts`).toEqual([
      { stage: "overdue-1", required: true },
    ]);
  });

  it("counts what the chat told by itself towards the day's cap", async () => {
    await borrowers(2);
    const [row] = await database.sql<{ loanId: string; borrowerId: string }[]>`
      select id as "loanId", borrower_id as "borrowerId" from loans order by number`;
    if (!row) throw new Error("there are two");
    for (const stage of ["due", "overdue-1", "overdue-2"] as const)
      await logChatReminder(database.orm, { ...row, installment: 1, stage, at: tuesdayMorning });
    const sending = open();
    await sending.plan(threeDays);
    await sending.run();
    expect(heard()).toEqual([0, 1]);
    expect(await states()).toEqual(["planned daily-cap", "sent chat"]);
  });

  it("plans again, once, what was skipped for a reason that has ended: a payment refused, a stop taken back", async () => {
    await borrowers(3);
    const [paying, stopping] = await database.sql<{ id: string; borrower: string }[]>`
      select id, borrower_id as borrower from loans order by number`;
    const sending = open();
    await sending.plan(threeDays);
    await database.sql`insert into repayments (id, loan_id, kind, rail, amount, status, begun_at)
      values ('r1', ${paying?.id ?? ""}, 'due', 'bank-card', '1031.00', 'processing', ${tuesdayMorning})`;
    await stopContacts(database.orm, stopping?.borrower ?? "", tuesdayMorning);
    await sending.run();
    expect(await states()).toEqual(["skipped payment-under-way", "skipped stopped", "sent chat"]);
    expect(await standings()).toEqual({ "payment-under-way": 1, stopped: 1, told: 1 });

    await database.sql`update repayments set status = 'refused', refusal = 'insufficient-funds' where id = 'r1'`;
    await resumeContacts(database.orm, stopping?.borrower ?? "");
    expect(await standings()).toEqual({ "to-send": 2, told: 1 });
    expect(await sending.plan(threeDays)).toMatchObject({ id: 2, size: 2 });
    expect(await standings()).toEqual({ queued: 2, told: 1 });
    expect(await sending.plan(threeDays)).toBeUndefined();
    await sending.run();
    await sending.run();
    expect(heard()).toEqual([1, 1, 1]);
    expect(await standings()).toEqual({ told: 3 });
  });

  it("plans a required notice again too, once the payment that stood in its way was refused", async () => {
    await borrowers(1);
    const late = open("2026-11-13T10:00:00+08:00");
    await late.plan({ stage: "overdue-1" });
    await database.sql`insert into repayments (id, loan_id, kind, rail, amount, status, begun_at)
      select 'r1', id, 'due', 'bank-card', '1031.00', 'processing', ${tuesdayMorning} from loans`;
    await late.run();
    expect(await late.plan({ stage: "overdue-1" })).toBeUndefined();
    await database.sql`update repayments set status = 'refused', refusal = 'card-rejected' where id = 'r1'`;
    await late.plan({ stage: "overdue-1" });
    await late.run();
    expect(heard()).toEqual([1]);
  });

  it("keeps to the hour that a borrower chose", async () => {
    await borrowers(2);
    const [row] = await database.sql<{ borrower: string }[]>`
      select borrower_id as borrower from loans where number = 'JD-1001'`;
    await setReminderHour(database.orm, row?.borrower ?? "", 20);
    const sending = open();
    await sending.plan(threeDays);
    await sending.run();
    expect(await states()).toEqual(["planned before-hour", "sent chat"]);
    sending.deps.clock.moveTo("2026-11-10T20:00:00+08:00");
    await sending.run();
    expect(heard()).toEqual([1, 1]);
  });

  it("leaves out whoever promised a later day, plans them again after it, and tells what is required", async () => {
    await borrowers(3);
    await promised("JD-1001", "2026-11-12");
    const sending = open();
    expect(await sending.plan(threeDays)).toMatchObject({ size: 2 });
    await promised("JD-1002", "2026-11-15");
    await sending.run();
    expect(await states()).toEqual(["skipped on-hold", "sent chat"]);
    expect(await countAudience(database.orm, threeDays, "2026-11-10")).toContainEqual(
      expect.objectContaining({ standing: "on-hold", count: 2 }),
    );

    const later = open("2026-11-12T10:00:00+08:00");
    expect(await later.plan({ stage: "due" })).toMatchObject({ size: 2 });
    await later.run();
    const overdue = open("2026-11-13T10:00:00+08:00");
    expect(await overdue.plan({ stage: "overdue-1" })).toMatchObject({ size: 3 });
    await overdue.run();
    expect(heard()).toEqual([2, 1, 3]);
  });

  it("reaches those who blocked the bot by text message, and lists who cannot be reached at all", async () => {
    await borrowers(2);
    people[0]?.blocks();
    people[1]?.blocks();
    const sendSms = async ({ borrowerId }: { borrowerId: string }) =>
      borrowerId === blocked
        ? { outcome: "refused" as const, reason: "no-number" as const }
        : { outcome: "accepted" as const, reference: "s1" };
    const [row] = await database.sql<{ borrower: string }[]>`
      select borrower_id as borrower from loans where number = 'JD-1002'`;
    const blocked = row?.borrower;
    const sending = open(tuesdayMorning, { partners: { sendSms, pretended: false } });
    await sending.plan(threeDays);
    await sending.run();
    expect(await states()).toEqual(["sent sms blocked", "unreachable blocked"]);
    expect(await contactLog()).toEqual([
      "before chat unreachable blocked",
      "before sms sent",
      "before chat unreachable blocked",
      "before sms unreachable no-number",
    ]);
    expect(
      (await listUnreachableChats(database.orm, 9)).map(({ chatId, reason }) => [chatId, reason]),
    ).toEqual(
      expect.arrayContaining([
        ["1001", "blocked"],
        ["1002", "blocked"],
      ]),
    );

    // Nobody is called again, until they write.
    const late = open("2026-11-13T10:00:00+08:00", { partners: { sendSms, pretended: false } });
    await database.sql`insert into inbox (conversation_id, message_id, turn_id, text, at)
      select id, 'm1', gen_random_uuid(), '你好', now() from conversations where chat_id = '1001'`;
    people[0]?.unblocks();
    const calls = (await contactLog()).length;
    await late.plan({ stage: "overdue-1" });
    await late.run();
    expect(await states(2)).toEqual(["sent chat", "unreachable blocked"]);
    expect((await contactLog()).length).toBe(calls + 2);
    expect((await contactLog()).join()).not.toContain("overdue-1 chat unreachable");
    expect((await listUnreachableChats(database.orm, 9)).map(({ chatId }) => chatId)).toEqual(["1002"]);
  });

  it("writes by text message to those who have no chat", async () => {
    await seedBorrowers(database, { count: 1, firstChat, channel: null, disbursedOn });
    const sending = open();
    await sending.plan(threeDays);
    await sending.run();
    expect(await states()).toEqual(["sent sms"]);
  });
});

describe("the messenger in trouble", () => {
  it("a 429 pauses everybody for as long as it says, and costs nobody their reminder", async () => {
    await borrowers(2);
    const pauses: number[] = [];
    const limiter = {
      ...noLimit,
      claimSize: 1,
      pauseAll: async (seconds: number) => void pauses.push(seconds),
    };
    const sending = open(tuesdayMorning, { limiter });
    await sending.plan(threeDays);
    botApi.refuseNext("sendMessage", tooManyRequests(2));
    await sending.run();
    expect(pauses).toEqual([2]);
    expect((await states()).toSorted()).toEqual([
      "planned sendMessage: 429 Too Many Requests: retry after 2",
      "sent chat",
    ]);
    sending.deps.clock.moveTo("2026-11-10T10:00:02+08:00");
    await sending.run();
    expect(heard()).toEqual([1, 1]);
  });

  it("an answer that never came is listed as unknown, and is not sent again", async () => {
    await borrowers(1);
    const sending = open();
    await sending.plan(threeDays);
    botApi.refuseNext("sendMessage", badGateway());
    await sending.run();
    expect(await states()).toEqual(["unknown chat no-answer"]);
    sending.deps.clock.moveTo("2026-11-10T11:00:00+08:00");
    await sending.run();
    expect(heard()).toEqual([0]);
    expect(await sending.plan(threeDays)).toBeUndefined();
  });
});

describe("operators", () => {
  const change = (operator: string) => ({ campaignId: 1, operator, now: tuesdayMorning, aheadMs: 0 });

  it("a large campaign waits for a second one", async () => {
    await borrowers(2);
    const sending = open();
    expect(await sending.plan(threeDays, 1)).toMatchObject({ status: "awaiting-approval" });
    await sending.run();
    expect(heard()).toEqual([0, 0]);
    expect(await approveCampaign(database.orm, change("wang"))).toBe(false);
    expect(await approveCampaign(database.orm, change("li"))).toBe(true);
    await sending.run();
    expect(heard()).toEqual([1, 1]);
  });

  it("can pause and resume it", async () => {
    await borrowers(2);
    const sending = open();
    await sending.plan(threeDays);
    expect(await pauseCampaign(database.orm, 1)).toBe(true);
    await sending.run();
    expect(heard()).toEqual([0, 0]);
    expect(await resumeCampaign(database.orm, change("li"))).toBe(true);
    await sending.run();
    expect(heard()).toEqual([1, 1]);
  });

  it("can cancel it: what was not sent is free for another campaign", async () => {
    await borrowers(2);
    const sending = open();
    await sending.plan(threeDays);
    expect(await cancelCampaign(database.orm, change("li"))).toBe(true);
    await sending.run();
    expect(heard()).toEqual([0, 0]);
    expect(await sending.plan(threeDays)).toEqual({ id: 2, size: 2, status: "running" });
    await sending.run();
    expect(heard()).toEqual([1, 1]);
  });
});
