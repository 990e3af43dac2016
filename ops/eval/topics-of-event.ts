/** Which topics an event serves: the one it answers, or those whose wish it fulfils. */
import { isDeepStrictEqual } from "node:util";
import { allTopics } from "../../bot/knowledge/topics.ts";
import { actNamed } from "../../bot/understanding/topics/acts.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";

/** Done by their own words, for whatever figure; each with the topics that wish for it. */
const wishes: Partial<Record<JourneyEvent["type"], readonly string[]>> = {
  borrow: ["borrow-amount-term", "want-to-borrow", "borrow-more", "urgent-cash"],
  provide: ["borrow-amount-term"],
  repay: ["repay-now", "repay-early-part"],
  "repay.kind": ["repay-early-all-how", "repay-early-part", "repay-now", "repay-next-early"],
  "repay.rail": ["repay-manual-how"],
  locate: ["where-to-borrow", "how-to-borrow-steps"],
  "loans.show": ["bill-view", "loan-record", "total-owed", "due-date-when"],
  "promise.make": ["pay-later-promise"],
  "promise.choose": ["pay-later-promise"],
  hardship: ["cannot-pay", "extend-days"],
  "extension.choose": ["extend-days"],
  "reminder.choose": ["reminder-set"],
  "reminder.set": ["reminder-set"],
  "reminder.hour": ["reminder-set"],
  "reminders.stop": ["reminder-stop", "marketing-stop"],
  "deduction.choose": ["auto-deduct-on"],
  "deduction.stop": ["auto-deduct-off"],
  "paid.claim": ["overdue-notice-though-paid", "charged-but-not-posted"],
  "person.request": ["talk-to-human", "complaint", "stop-contact", "lawyer", "bereavement"],
  cancel: ["cancel-application", "no-longer-need", "stop-never-mind"],
  greet: ["hello", "anyone-there"],
  help: ["what-can-you-do", "how-to-use", "have-a-question"],
  "language.set": ["change-language"],
  "language.choose": ["change-language"],
  "product.choose": ["other-wechat-products", "loan-options", "what-is-it"],
  mydata: ["data-held"],
  home: ["menu"],
  back: ["menu"],
  where: ["repeat-please", "application-status"],
};

export function topicsOfEvent(event: JourneyEvent): string[] {
  if (event.type === "ask" || event.type === "out-of-scope") return [event.topic];
  const byAct = allTopics().filter(({ does }) => isDeepStrictEqual(actNamed(does), event));
  return [...new Set([...byAct.map(({ id }) => id), ...(wishes[event.type] ?? [])])];
}
