import type { Messages } from "../messages.ts";
import { amountsDue } from "./amounts-due.ts";
import { answers } from "./answers.ts";
import { arrangements } from "./arrangements.ts";
import { arrears } from "./arrears.ts";
import { buttons } from "./buttons.ts";
import { calendar } from "./calendar.ts";
import { checkingEligibility } from "./checking-eligibility.ts";
import { clarification } from "./clarification.ts";
import { confirming } from "./confirming.ts";
import { date } from "./format.ts";
import { idle } from "./idle.ts";
import { knowledge } from "./knowledge.ts";
import { locatingEntry } from "./locating-entry.ts";
import { notices } from "./notices.ts";
import { payments } from "./payments.ts";
import { personal } from "./personal.ts";
import { products } from "./products.ts";
import { quoting } from "./quoting.ts";
import { reckoning } from "./reckoning.ts";
import { refusalAdvice, refusalHelp, refusals, unknownRefusal } from "./refusals.ts";
import { reminderMessages } from "./reminder-messages.ts";
import { reminding } from "./reminding.ts";
import { repaying } from "./repaying.ts";
import { scoring } from "./scoring.ts";
import { secrets } from "./secrets.ts";
import { system } from "./system.ts";
import { telegram } from "./telegram.ts";
import { topics } from "./topics.ts";
import { visibility } from "./visibility.ts";
import { webErrors } from "./web-errors.ts";
import { webPage } from "./web-page.ts";
import { welcoming } from "./welcoming.ts";
import { words } from "./words.ts";

export { hints } from "./hints.ts";

export const messages: Messages = {
  betweenSentences: " ",
  date,
  words,
  buttons,
  calendar,
  amountsDue,
  arrears,
  welcoming,
  idle,
  locatingEntry,
  checkingEligibility,
  refusals,
  refusalHelp,
  refusalAdvice,
  unknownRefusal,
  quoting,
  confirming,
  reminding,
  arrangements,
  repaying,
  clarification,
  notices,
  answers,
  knowledge,
  payments,
  personal,
  system,
  products,
  reckoning,
  scoring,
  secrets,
  visibility,
  topics,
  reminderMessages,
  telegram,
  webPage,
  webErrors,
};
