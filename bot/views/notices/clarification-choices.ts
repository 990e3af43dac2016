/** Buttons for what a message may have meant. */
import type { Notice } from "../../../machines/journey-context.ts";
import { type JourneyEvent, journeyEventSchema } from "../../../machines/journey-events.ts";
import { canCarry } from "../../buttons.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Choice } from "../../messages.ts";
import { inRows } from "../choices/common-choices.ts";
import { inArrears, withoutLoans } from "../figures/arrears.ts";
import { choice, type Scope } from "../stage-view.ts";

type Doubt = Extract<Notice, { kind: "unclear" | "out-of-scope" | "also" }>;

/** The journey's own events only, each with a label, as far as buttons can carry them. */
export function clarificationChoices(doubt: Doubt, { m, context, path }: Scope): Choice[][] {
  const alternatives = "alternatives" in doubt ? (doubt.alternatives ?? []) : [];
  const meant = alternatives.flatMap((alternative) => {
    const event = journeyEventSchema.safeParse(alternative);
    const label = event.success ? labelOf(event.data, m) : undefined;
    return event.success && label !== undefined && canCarry(event.data) ? [choice(label, event.data)] : [];
  });
  const [open = []] = inArrears(context) ? withoutLoans([meant], path) : [meant];
  return inRows(open, 2);
}

/** Somebody to talk to, where understanding failed more than once. */
export const personChoices = (notice: Notice, m: Messages): Choice[][] =>
  "person" in notice && notice.person ? [[choice(m.clarification.human, { type: "person.request" })]] : [];

const plain: Partial<Record<JourneyEvent["type"], (m: Messages) => string>> = {
  locate: (m) => m.buttons.locate,
  repay: (m) => m.buttons.repay,
  "loans.show": (m) => m.buttons.loans,
  "reminder.choose": (m) => m.buttons.reminderSettings,
  "reminder.hour.choose": (m) => m.buttons.reminderSettings,
  hardship: (m) => m.arrangements.buttons.hardship,
  "promise.choose": (m) => m.arrangements.buttons.promise,
  "extension.choose": (m) => m.arrangements.buttons.extension,
  "deduction.choose": (m) => m.arrangements.buttons.deduction,
  "amount.change": (m) => m.buttons.changeAmount,
  "term.change": (m) => m.buttons.changeTerm,
  "calendar.picture": (m) => m.buttons.calendarPicture,
  "calendar.file": (m) => m.buttons.calendarFile,
  "language.choose": (m) => m.buttons.language,
  cancel: (m) => m.buttons.cancel,
  back: (m) => m.buttons.back,
  home: (m) => m.buttons.home,
  "person.request": (m) => m.clarification.human,
  help: (m) => m.clarification.help,
  where: (m) => m.clarification.where,
  mydata: (m) => m.clarification.mydata,
};

/** Undefined for what nobody can mean by words. */
function labelOf(event: JourneyEvent, m: Messages): string | undefined {
  if (event.type === "ask") return m.words.topics[event.topic];
  if (event.type === "borrow" || event.type === "provide") return m.clarification.borrow(event);
  if (event.type === "repay" && event.amount !== undefined) return m.clarification.repayAmount(event.amount);
  if (event.type === "promise.make") return m.clarification.promise(event);
  if (event.type === "reminder.set") return m.buttons.reminderDays(event.daysBefore);
  if (event.type === "reminder.hour") return m.clarification.reminderHour(event.hour);
  if (event.type === "repay.kind") return m.clarification.repay[event.kind];
  return plain[event.type]?.(m);
}
