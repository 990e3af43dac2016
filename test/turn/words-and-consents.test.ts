/** A consent is given by its own button, or by the button's whole label in words, and by nothing else that is typed. */
import { describe, expect, it } from "vitest";
import { decodeButton } from "../../bot/buttons.ts";
import type { Inbound } from "../../bot/messages.ts";
import type { Conversation } from "../../bot/turn/conversation.ts";
import { readInbound } from "../../bot/turn/read-inbound.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import type { Locale } from "../../domain/language/languages.ts";
import { isBinding } from "../../machines/journey-events.ts";
import { type Situation, situations } from "../support/fixtures/situations.ts";

const address = { channel: "web", chatId: "chat", senderId: "chat" } as const;

const seq = 35;
function given({ value, context }: Situation, said: string): string[] {
  const ids = { id: "conversation", borrowerId: context.borrowerId };
  const state = { value, context };
  const conversation: Conversation = { ...address, ...ids, seq, shownSeq: seq, clockOffsetMs: 0, state };
  const inbound: Inbound = { ...address, messageId: "m", kind: "text", text: said };
  const { events } = readInbound(conversation, inbound, { at: new Date(context.at).toISOString() });
  return events.filter(isBinding).map(({ type }) => type);
}

/** The labels of the buttons that give a consent here, each with what it gives. */
function consentsAt({ value, context }: Situation, locale: Locale): { label: string; gives: string }[] {
  const { buttons } = renderJourney({ value, context: { ...context, locale }, seq });
  return buttons.flat().flatMap(({ id, label }) => {
    const event = decodeButton(id)?.event;
    return event && isBinding(event) ? [{ label, gives: event.type }] : [];
  });
}

const binding = situations.filter((one) => consentsAt(one, "zh-CN").length > 0);

const yeses = [
  ...[
    "\ufe0f",
    "🏻",
    "👍",
    "👍🏽",
    "🆗",
    "✅",
    "\u200d",
    "哦",
    "噢",
    "嗯",
    "知道了",
    "明白",
    "k",
    "走",
    "中",
    "好",
    "好的",
  ],
  ...[
    "是",
    "同意",
    "我同意",
    "确认",
    "授权",
    "接受",
    "可以",
    "没问题",
    "继续",
    "开始吧",
    "就这样",
    "就按这个",
    "好的，我同意授权",
  ],
  ...[
    "ok",
    "yes",
    "y",
    "sure",
    "I agree",
    "accept",
    "go ahead",
    "agree",
    "yes please do it",
    "take it",
    "第一个",
    "1",
    "#1",
  ],
];

it("there are seven consents to give", () => {
  const kinds = new Set(binding.flatMap((one) => consentsAt(one, "en").map(({ gives }) => gives)));
  expect([...kinds].sort()).toEqual([
    "contract.accept",
    "credit.authorise",
    "deduction.set",
    "privacy.accept",
    "quote.accept",
    "repay.confirm",
    "sign",
  ]);
});

describe("at a place with a consent to give", () => {
  it.each(binding)("no other yes gives it: $name", (situation) => {
    for (const yes of yeses) expect(given(situation, yes), yes).toEqual([]);
    for (const { label } of consentsAt(situation, "zh-CN")) {
      for (const said of [label.slice(0, -1), `${label}吗`, `不${label}`, `他说“${label}”`])
        expect(given(situation, said), said).toEqual([]);
    }
  });

  it.each(binding)("the whole label does, in either language and however wide: $name", (situation) => {
    for (const locale of ["zh-CN", "en"] as const)
      for (const { label, gives } of consentsAt(situation, locale))
        for (const said of [label, ` ${label} `, [...label].join(" "), wide(label)])
          expect(given(situation, said), said).toEqual([gives]);
  });
});

/** As a Chinese keyboard's full-width letters write it. */
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
