/**
 * Read by the compiler alone (`npm run types`): a definition of an event or a notice that leaves something open does not
 * compile. Each `@ts-expect-error` fails once the line below it compiles after all.
 */
import type { LabelOf } from "../../bot/views/notices/clarification-label.ts";
import type { NoticeViews } from "../../bot/views/notices/notice-view.ts";
import type {
  InternalEvent,
  PressedEvent,
  SpokenEvent,
  TurnEvent,
} from "../../machines/events/definition.ts";
import type { LetteredField } from "../../machines/events/fields.ts";
import type { EventOf, JourneyEvent } from "../../machines/events/table.ts";
import type { NoticeDefinition } from "../../machines/notices/definition.ts";
import type { Notice, NoticeKind } from "../../machines/notices/table.ts";

const pressed = {
  ...{ from: "borrower", fields: ["amount"], button: "shown", step: false, binds: "nothing" },
  ...{ reads: "session", towardsLoan: { in: [] }, asQuestion: "done", waitsForMoney: false, label: null },
} as const satisfies PressedEvent;

/** All of it but one property. */
type Without<Whole, Name extends keyof Whole> = Omit<Whole, Name>;
declare const without: <Name extends keyof typeof pressed>(name: Name) => Without<typeof pressed, Name>;

// @ts-expect-error: who sends it
export const eventWithoutSender: PressedEvent = without("from");
// @ts-expect-error: its fields
export const eventWithoutFields: PressedEvent = without("fields");
// @ts-expect-error: whether a button carries it
export const eventWithoutButton: PressedEvent = without("button");
// @ts-expect-error: whether it goes on
export const eventWithoutStep: PressedEvent = without("step");
// @ts-expect-error: whether it binds
export const eventWithoutBinding: PressedEvent = without("binds");
// @ts-expect-error: what it is decided upon
export const eventWithoutReads: PressedEvent = without("reads");
// @ts-expect-error: where it leads to a loan
export const eventWithoutLoan: PressedEvent = without("towardsLoan");
// @ts-expect-error: what a question that comes to it is taken for
export const eventWithoutQuestion: PressedEvent = without("asQuestion");
// @ts-expect-error: whether it waits while money is on its way
export const eventWithoutWait: PressedEvent = without("waitsForMoney");
// @ts-expect-error: how it is offered
export const eventWithoutLabel: PressedEvent = without("label");
// @ts-expect-error: what it is decided upon
export const spokenWithoutReads: SpokenEvent = { ...pressed, button: "never", reads: undefined };
// @ts-expect-error: whether something was understood
export const turnEvent: TurnEvent = { from: "turn", fields: [], reads: "session", besides: false };
// @ts-expect-error: whether any state hears it
export const internalEvent: InternalEvent = { from: "partner", payload: {}, reads: "books" };

// @ts-expect-error: no button has a letter for it
export const withoutLetter: PressedEvent = { ...pressed, fields: ["reason"] };
// @ts-expect-error: no field of that name
export const unknownField: PressedEvent = { ...pressed, fields: ["colour"] };
// @ts-expect-error: how it is spelt on a button
export const withoutSpelling: Pick<LetteredField, "letter" | "spelling"> = { letter: "q" };
// @ts-expect-error: no topic of that name
export const unknownTopic: PressedEvent = { ...pressed, asQuestion: "weather" };
// @ts-expect-error: no such text in the languages
export const unknownLabel: LabelOf<EventOf<"home">> = "buttons.nowhere";
// @ts-expect-error: that text is a function of something else
export const otherLabel: LabelOf<EventOf<"home">> = "buttons.sign";

// @ts-expect-error: nothing is signed without the hash of it
export const unsigned: JourneyEvent = { type: "sign" };
// @ts-expect-error: a field of another event
export const foreignField: JourneyEvent = { type: "home", amount: "5" };
// @ts-expect-error: a value outside its list
export const foreignValue: JourneyEvent = { type: "repay.kind", kind: "everything" };

const notice = { payload: {}, prompt: "full", passes: false, money: false } as const;
declare const noticeWithout: <Name extends keyof typeof notice>(name: Name) => Omit<typeof notice, Name>;

// @ts-expect-error: what it carries
export const noticeWithoutPayload: NoticeDefinition = noticeWithout("payload");
// @ts-expect-error: how the prompt follows it
export const noticeWithoutPrompt: NoticeDefinition = noticeWithout("prompt");
// @ts-expect-error: whether it passes with the menu
export const noticeWithoutPasses: NoticeDefinition = noticeWithout("passes");
// @ts-expect-error: whether it is about money
export const noticeWithoutMoney: NoticeDefinition = noticeWithout("money");
// @ts-expect-error: no stage of that name
export const noticeNowhere: NoticeDefinition = { ...notice, prompt: { replacedAt: ["nowhere.at"] } };
// @ts-expect-error: a reason that it may not have
export const noticeOfOther: Notice = { kind: "snooze-refused", reason: "quiet" };

declare const views: NoticeViews<NoticeKind>;
declare const otherViews: Omit<typeof views, "hello">;
// @ts-expect-error: a notice without a view
export const viewMissing: NoticeViews<NoticeKind> = otherViews;
// @ts-expect-error: a view without a text
export const textMissing: NoticeViews<"hello"> = { hello: {} };
