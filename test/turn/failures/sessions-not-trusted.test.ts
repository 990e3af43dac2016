/** What a session says is no reason to bind anybody: that is decided on the conversation as Postgres has it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Conversation as Stored } from "../../../bot/turn/conversation.ts";
import { packConversation, readConversation } from "../../../bot/turn/conversation.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { findConversation } from "../../../db/conversation/conversations.ts";
import { makeQuote, type Quote } from "../../../domain/pricing/quote.ts";
import type { JourneyState } from "../../../machines/journey.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { bringTo, PAY_FIRST, placeOf, SIGN } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(() => database.close());

const addressOf = ({ chatId }: Conversation) => ({ channel: "terminal", chatId }) as const;

async function storedOf(conversation: Conversation, { jobs } = system): Promise<Stored> {
  const stored = await readConversation(jobs, addressOf(conversation));
  if (!stored) throw new Error("the conversation is on the books");
  return stored;
}

/** Puts a changed conversation into the session store, at the very sequence that Postgres has. */
async function forge(conversation: Conversation, change: (state: JourneyState) => JourneyState) {
  const stored = await storedOf(conversation);
  const forged = { ...stored, state: change(stored.state) };
  await system.sessions.set(addressOf(conversation), packConversation(forged, stored.state.context.at));
}

/** Two hundred thousand at a hundredth of the rate, its hash in order. */
function cheaper({ terms, quote }: { terms?: Partial<Quote>; quote: Quote }): Quote {
  return makeQuote({
    id: quote.id,
    terms: { ...quote, principal: "200000.00", dailyRate: "0.00001", ...terms },
    dayBasis: 360,
    issuedAt: quote.issuedAt,
    expiresAt: quote.expiresAt,
  });
}

const withCheaperQuote = (state: JourneyState): JourneyState => {
  const { quote } = state.context;
  return { ...state, context: { ...state.context, quote: quote && cheaper({ quote }) } };
};

const loansOf = ({ chatId }: Conversation) => database.sql`
  select l.id, q.principal from loans l join quotes q using (id)
  join conversations c on c.borrower_id = l.borrower_id where c.chat_id = ${chatId}`;

describe("a session at the right sequence that says otherwise than Postgres", () => {
  it("gets nobody's better quote accepted", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    const { quote } = (await storedOf(conversation)).state.context;
    await forge(conversation, withCheaperQuote);
    await conversation.press("同意报价");
    expect((await storedOf(conversation)).state.context.quote).toEqual(quote);
    expect(await placeOf(system, conversation)).toBe("confirming.reviewingContract");
  });

  it("skips no face check", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await conversation.press("同意报价");
    await forge(conversation, (state) => ({ ...state, value: { confirming: "signing" } }));
    await conversation.say(SIGN);
    expect(await loansOf(conversation)).toEqual([]);
    expect(await placeOf(system, conversation)).toBe("confirming.reviewingContract");
  });

  it("signs only what Postgres has", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "signing");
    await forge(conversation, withCheaperQuote);
    await conversation.press(SIGN);
    expect(await loansOf(conversation)).toEqual([expect.objectContaining({ principal: "10000.00" })]);
  });

  it("makes no quote of a limit and a rate of its own", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "quoted");
    await forge(conversation, (state) => {
      const { assessment } = state.context;
      const better = assessment && { ...assessment, limit: "200000.00", dailyRate: "0.00001" };
      return { ...state, context: { ...state.context, assessment: better } };
    });
    await conversation.say("改成200000");
    const { quote, assessment } = (await storedOf(conversation)).state.context;
    expect(assessment?.limit).not.toBe("200000.00");
    expect(quote?.principal).not.toBe("200000.00");
  });

  it("confirms no other repayment", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "repaying");
    await forge(conversation, (state) => {
      const offer = state.context.repayment;
      return { ...state, context: { ...state.context, repayment: offer && { ...offer, amount: "0.01" } } };
    });
    await conversation.press(PAY_FIRST);
    const paid = await database.sql`
      select r.amount from repayments r join loans l on l.id = r.loan_id
      join conversations c on c.borrower_id = l.borrower_id where c.chat_id = ${conversation.chatId}`;
    expect(paid).toEqual([{ amount: "2145.00" }]);
  });
});

describe("a session of a conversation that is not on the books", () => {
  it("costs a read: the chat begins anew and goes on", async () => {
    const elsewhere = await freshDatabase();
    const other = await testAssistant({ database: elsewhere, series: 1 });
    const there = openConversation(other);
    await bringTo(there, "quoted");
    const session = packConversation(await storedOf(there, other), "2016-02-10T02:00:00.000Z");
    await elsewhere.close();

    const here = openConversation(system, { chatId: there.chatId });
    await system.sessions.set(addressOf(here), session);
    const [reply] = await here.say("你好");
    expect(reply?.stage).toBe("welcoming");
    await here.say("同意并继续");
    expect(await placeOf(system, here)).toBe("idle");
    const row = await findConversation(database.orm, addressOf(here));
    expect(row?.id).not.toBe(session.id);
  });

  it("does not shut out the person whose chat it is", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "welcomed");
    const stored = await storedOf(conversation);
    await system.sessions.set(
      addressOf(conversation),
      packConversation({ ...stored, senderId: "somebody else" }, stored.state.context.at),
    );
    expect(await conversation.send({ kind: "text", text: "帮助" })).toEqual({ outcome: "handled" });
  });
});
