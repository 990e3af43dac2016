/** Partners that do not answer, answer late, or answer to a process that dies with the answer in its hand. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../db/connection/connection.ts";
import { accountBalances } from "../../db/lending/ledger.ts";
import { type Partners, PartnerUnavailable } from "../../partners/ports.ts";
import { type Conversation, openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { hastenJobs, runDueJobs } from "../support/jobs.ts";
import { bringTo, PAY_FIRST, placeOf, SIGN } from "../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

/** Each scene has its own: a job that waits for its partner must not be run by another scene's. */
let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

interface Scene {
  system: TestAssistant;
  conversation: Conversation;
  /** The idempotency keys with which the partner was called. */
  keys: string[];
}

type Answers = (times: number) => "answers" | "is-down" | "answers-and-the-process-dies";

/** A sandbox whose one operation behaves as told at its first call, its second, and so on. */
async function scene(operation: "payOut" | "collect" | "findCard", answers: Answers): Promise<Scene> {
  const keys: string[] = [];
  const partners = (sandbox: Partners): Partners => {
    const troubled = async <Call extends { key: string }, Answer>(
      ask: (call: Call) => Promise<Answer>,
      call: Call,
    ): Promise<Answer> => {
      keys.push(call.key);
      const behaviour = answers(keys.length);
      if (behaviour === "is-down") throw new PartnerUnavailable("the partner is down");
      const answer = await ask(call);
      if (behaviour === "answers-and-the-process-dies") throw new Error("the process died");
      return answer;
    };
    const ask = sandbox[operation] as (call: { key: string }) => Promise<never>;
    return { ...sandbox, [operation]: (call: { key: string }) => troubled(ask, call) };
  };
  const system = await testAssistant({ database, partners });
  return { system, conversation: openConversation(system), keys };
}

async function tryAgain({ system, conversation }: Scene): Promise<string[]> {
  await hastenJobs(system.jobs, "run-command");
  const replies = await conversation.settle();
  return replies.map(({ text }) => text);
}

const ledgerOf = async ({ conversation }: Scene) => {
  const [loan] = await database.sql<{ id: string }[]>`
    select l.id from loans l join conversations c using (borrower_id) where c.chat_id = ${conversation.chatId}`;
  return loan ? await accountBalances(database.orm, loan.id) : {};
};

describe("a process that dies between the partner's answer and its turn", () => {
  it("pays a loan out once: the next one asks with the same key", async () => {
    const here = await scene("payOut", (times) => (times === 1 ? "answers-and-the-process-dies" : "answers"));
    await bringTo(here.conversation, "signing");
    await here.conversation.press(SIGN);
    expect(await placeOf(here.system, here.conversation)).toBe("confirming.payingOut");
    await tryAgain(here);
    expect(await placeOf(here.system, here.conversation)).toBe("reminding.choosing");
    expect(new Set(here.keys).size).toBe(1);
    expect(here.keys).toHaveLength(2);
    expect(await ledgerOf(here)).toEqual({ "loans:principal": "10000.00", "cash:payout": "-10000.00" });
  });

  it("collects a repayment once, and books it once", async () => {
    const here = await scene("collect", (times) =>
      times === 1 ? "answers-and-the-process-dies" : "answers",
    );
    await bringTo(here.conversation, "repaying");
    await here.conversation.press(PAY_FIRST);
    expect(await placeOf(here.system, here.conversation)).toBe("repaying.collecting");
    await tryAgain(here);
    expect(new Set(here.keys).size).toBe(1);
    expect(await ledgerOf(here)).toMatchObject({ "cash:balance": "2145.00", "loans:principal": "8000.00" });
  });

  it("which comes back the next day still counts the money for the day of the confirmation", async () => {
    // Due on 10 March and confirmed then: no penalty, though the answer is known on the 12th only.
    const here = await scene("collect", (times) =>
      times === 1 ? "answers-and-the-process-dies" : "answers",
    );
    await bringTo(here.conversation, "borrowed");
    await here.conversation.moveTo("2016-03-10T23:50:00+08:00");
    for (const line of ["还款", "还本期 ¥2,145.00", "零钱", PAY_FIRST]) await here.conversation.say(line);
    await here.conversation.moveTo("2016-03-12T10:00:00+08:00");
    await tryAgain(here);
    const ledger = await ledgerOf(here);
    expect(ledger).toMatchObject({ "cash:balance": "2145.00", "income:interest": "-145.00" });
    expect(ledger["income:penalty"]).toBeUndefined();
  });
});

describe("a partner that is down for a while", () => {
  it("is asked again until it answers, and the borrower is told once to be patient", async () => {
    const here = await scene("payOut", (times) => (times < 6 ? "is-down" : "answers"));
    await bringTo(here.conversation, "signing");
    await here.conversation.press(SIGN);
    const told: string[] = [];
    for (let times = 0; times < 5; times += 1) told.push(...(await tryAgain(here)));
    expect(told).toEqual([expect.any(String), expect.stringContaining("¥2,145.00")]);
    expect(await placeOf(here.system, here.conversation)).toBe("reminding.choosing");
    expect(new Set(here.keys).size).toBe(1);
  });

  it("leaves the borrower's other questions answered, and the money step held", async () => {
    const here = await scene("collect", () => "is-down");
    await bringTo(here.conversation, "repaying");
    await here.conversation.press(PAY_FIRST);
    const [answer] = await here.conversation.say("会上征信吗");
    expect(answer?.text).toContain("征信");
    await here.conversation.say("取消");
    expect(await placeOf(here.system, here.conversation)).toBe("repaying.collecting");
    expect(await ledgerOf(here)).toMatchObject({ "loans:principal": "10000.00" });
  });
});

describe("a partner that never answers", () => {
  it("is given up where no money moves: the borrower is told, and may try again", async () => {
    const here = await scene("findCard", (times) => (times <= 4 ? "is-down" : "answers"));
    await bringTo(here.conversation, "welcomed");
    await here.conversation.say("借钱");
    await here.conversation.press("开始实名核验");
    const told: string[] = [];
    for (let times = 0; times < 3; times += 1) told.push(...(await tryAgain(here)));
    expect(told).toHaveLength(1);
    expect(await placeOf(here.system, here.conversation)).toBe("checkingEligibility.refused");
    expect(await waitingCommands(here)).toEqual([]);
    await here.conversation.press("再试一次");
    expect(await placeOf(here.system, here.conversation)).toBe("checkingEligibility.authorising");
  });
});

/** Jobs of this conversation's commands. */
const waitingCommands = async ({ conversation }: Scene): Promise<unknown[]> => [
  ...(await database.sql`
    select job.id from graphile_worker.jobs job join commands m on job.key = 'command:' || m.id
    join conversations c on c.id = m.conversation_id where c.chat_id = ${conversation.chatId}`),
];

describe("a turn that is rolled back", () => {
  it("leaves no job and no command behind, and its borrower is told", async () => {
    const here = await scene("payOut", () => "answers");
    await bringTo(here.conversation, "signing");
    // The quote is void behind the journey's back, so that the signature fails in the middle of its transaction.
    await database.sql`
      update quotes set voided_at = now(), void_reason = 'cancelled' from conversations c
      where c.borrower_id = quotes.borrower_id and c.chat_id = ${here.conversation.chatId}`;
    const press = { kind: "button", buttonId: here.conversation.button(SIGN).id } as const;
    await here.conversation.send(press);
    expect(here.conversation.replies.at(-1)?.text).toContain("抱歉");
    expect(await waitingCommands(here)).toEqual([]);
    expect(await placeOf(here.system, here.conversation)).toBe("confirming.signing");
    expect(here.keys).toEqual([]);
    await runDueJobs(here.system.jobs);
    expect(await ledgerOf(here)).toEqual({});
  });
});
