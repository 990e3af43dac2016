/**
 * What a topic may do at once when it is wished for rather than asked about. None of it binds: each leads to a place
 * where everything is shown and confirmed, or asks a person. Where its condition does not hold, the topic is answered.
 */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { type Case, conditions } from "../../knowledge/conditions.ts";

interface Act {
  event: JourneyEvent;
  /** Where it makes sense; absent: everywhere. */
  where?: (one: Case) => boolean;
}

const underWay = (one: Case): boolean => conditions.applying(one) || one.path.startsWith("repaying.");
const owing = { where: conditions["has-loan"] };

export const acts = {
  borrow: { event: { type: "borrow" } },
  locate: { event: { type: "locate" } },
  repay: { event: { type: "repay" } },
  "repay-due": { event: { type: "repay.kind", kind: "due" } },
  "repay-part": { event: { type: "repay.kind", kind: "partial" } },
  payoff: { event: { type: "repay.kind", kind: "payoff" } },
  loans: { event: { type: "loans.show" } },
  paid: { event: { type: "paid.claim" }, ...owing },
  hardship: { event: { type: "hardship" }, ...owing },
  promise: { event: { type: "promise.choose" }, ...owing },
  extension: { event: { type: "extension.choose" }, ...owing },
  deduction: { event: { type: "deduction.choose" }, ...owing },
  "stop-deduction": { event: { type: "deduction.stop" }, where: conditions["deduction-on"] },
  reminders: { event: { type: "reminder.choose" } },
  "stop-reminders": { event: { type: "reminders.stop" } },
  cancel: { event: { type: "cancel" }, where: underWay },
  person: { event: { type: "person.request" } },
  complaint: { event: { type: "person.request", reason: "complaint" } },
  lawyer: { event: { type: "person.request", reason: "lawyer" } },
  bereavement: { event: { type: "person.request", reason: "bereavement" } },
  "stop-contact": { event: { type: "person.request", reason: "stop-contact" } },
  mydata: { event: { type: "mydata" } },
  where: { event: { type: "where" } },
  help: { event: { type: "help" } },
  home: { event: { type: "home" } },
  greet: { event: { type: "greet" } },
  thanks: { event: { type: "courtesy", of: "thanks" } },
  farewell: { event: { type: "courtesy", of: "farewell" } },
  yes: { event: { type: "courtesy", of: "yes" } },
  upset: { event: { type: "courtesy", of: "upset" } },
  lost: { event: { type: "courtesy", of: "lost" } },
  anxious: { event: { type: "courtesy", of: "anxious" } },
  language: { event: { type: "language.choose" } },
} satisfies Record<string, Act>;

const tabled: Readonly<Record<string, Act>> = acts;

/** The event of an act, wherever it makes sense. */
export const actNamed = (name: string | undefined): JourneyEvent | undefined =>
  name === undefined ? undefined : tabled[name]?.event;

/** The event of an act here; undefined where it makes no sense. */
export function actHere(name: string | undefined, one: Case): JourneyEvent | undefined {
  const act = name === undefined ? undefined : tabled[name];
  return act !== undefined && (act.where?.(one) ?? true) ? act.event : undefined;
}
