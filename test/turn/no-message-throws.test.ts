/** No message, however odd, makes a turn throw, at any place; what it leaves behind can be stored and read again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canCarry, encodeButton } from "../../bot/buttons.ts";
import { chatCommandNames, type Inbound } from "../../bot/messages.ts";
import { storable } from "../../bot/storable.ts";
import { type Conversation, packConversation } from "../../bot/turn/conversation.ts";
import { decide } from "../../bot/turn/decide.ts";
import { readInbound } from "../../bot/turn/read-inbound.ts";
import { isInternal } from "../../machines/journey-events.ts";
import { openSnapshot } from "../../machines/snapshots.ts";
import { eventsAt } from "../machines/events.ts";
import { type Situation, situations } from "../support/fixtures/situations.ts";
import { oddMessage, secondWishes } from "./odd-messages.ts";

/** Messages at each place; FUZZ_RUNS=200 for a thorough look. */
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 10);

const address = { channel: "web", chatId: "chat", senderId: "chat" } as const;

function conversationAt({ value, context }: Situation): Conversation {
  const ids = { id: "conversation", borrowerId: context.borrowerId };
  return { ...address, ...ids, seq: 35, shownSeq: 35, clockOffsetMs: 0, state: { value, context } };
}

/** One turn without its database. */
function turn(conversation: Conversation, act: Inbound): { next: Conversation; text: string } {
  const at = new Date(conversation.state.context.at).toISOString();
  const { events } = readInbound(conversation, act, { at });
  const { next, reply } = decide(conversation, events, { turnId: "turn", at, now: at });
  return { next, text: reply?.text ?? "" };
}

const text = (said: string): Inbound => ({ ...address, messageId: "m", kind: "text", text: storable(said) });
const press = (buttonId: string): Inbound => ({ ...address, messageId: "m", kind: "button", buttonId });

/** A snapshot that cannot be read again would wedge the conversation at its next message. */
const reopened = (conversation: Conversation): Conversation => ({
  ...conversation,
  state: openSnapshot(
    JSON.parse(JSON.stringify(packConversation(conversation, "2016-02-10T02:00:00Z").snapshot)),
  ),
});

function isAnswered(situation: Situation, act: Inbound): void {
  const { next, text: reply } = turn(conversationAt(situation), act);
  expect(reply.trim()).not.toBe("");
  // The following turn renders this one's buttons again, to see whether one was named.
  expect(turn(reopened(next), text("嗯？")).text.trim()).not.toBe("");
}

/** Presses of what could be shown here and of what could not, and ids that no button has. */
function pressesAt(situation: Situation): Inbound[] {
  const events = eventsAt(situation).map(({ turnId: _, at: __, ...event }) => event);
  const ids = events
    .filter((event) => !isInternal(event) && canCarry(event))
    .map((event) => encodeButton(event, 35));
  const forged = [
    "",
    "|",
    "z|borrow|a=-5",
    "z|provide|n=9999",
    "z|borrow|a=1,a=2",
    "z|also|",
    `z|help|${"x".repeat(50)}`,
  ];
  return [...ids, ...forged, "z|quote.accept|h=0000000000000000", "z|repay.loan|l=nobody's"].map(press);
}

const commands: fc.Arbitrary<Inbound> = fc
  .tuple(
    fc.constantFrom(...chatCommandNames),
    fc.option(fc.oneof(oddMessage, fc.constant("buy-jd--5")), { nil: undefined }),
  )
  .map(([name, argument]) => ({
    ...{ ...address, messageId: "m", kind: "command" as const, name },
    ...(argument !== undefined && { argument: storable(argument) }),
  }));
const acts = fc.oneof({ weight: 5, arbitrary: oddMessage.map(text) }, { weight: 1, arbitrary: commands });

const locales = fc.constantFrom("zh-CN" as const, "en" as const, null);

describe("whatever is done is answered, and so is what is said next", () => {
  it.each(situations)("at $name", (situation) => {
    for (const said of secondWishes) isAnswered(situation, text(said));
    for (const act of pressesAt(situation)) expect(turn(conversationAt(situation), act).text).not.toBe("");
    fc.assert(
      fc.property(acts, locales, (act, locale) =>
        isAnswered({ ...situation, context: { ...situation.context, locale } }, act),
      ),
      { seed: 20260210, numRuns },
    );
  });
});
