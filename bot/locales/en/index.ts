import type { Messages } from "../messages.ts";
import { knowledge } from "./answers/knowledge.ts";
import { payments } from "./answers/payments.ts";
import { personal } from "./answers/personal.ts";
import { products } from "./answers/products.ts";
import { reckoning } from "./answers/reckoning.ts";
import { scoring } from "./answers/scoring.ts";
import { topics } from "./answers/topics.ts";
import { answers } from "./answers/usual-questions.ts";
import { visibility } from "./answers/visibility.ts";
import { buttons } from "./buttons.ts";
import { calendar } from "./channels/calendar.ts";
import { reminderMessages } from "./channels/reminder-messages.ts";
import { telegram } from "./channels/telegram.ts";
import { webErrors } from "./channels/web-errors.ts";
import { webPage } from "./channels/web-page.ts";
import { date, either } from "./format.ts";
import { amountsDue } from "./notices/amounts-due.ts";
import { arrangements } from "./notices/arrangements.ts";
import { arrears } from "./notices/arrears.ts";
import { clarification } from "./notices/clarification.ts";
import { notices } from "./notices/notices.ts";
import { refusalAdvice, refusalHelp, refusals, unknownRefusal } from "./notices/refusals.ts";
import { secrets } from "./notices/secrets.ts";
import { checkingEligibility } from "./stages/checking-eligibility.ts";
import { confirming } from "./stages/confirming.ts";
import { idle } from "./stages/idle.ts";
import { locatingEntry } from "./stages/locating-entry.ts";
import { quoting } from "./stages/quoting.ts";
import { reminding } from "./stages/reminding.ts";
import { repaying } from "./stages/repaying.ts";
import { welcoming } from "./stages/welcoming.ts";
import { system } from "./system.ts";
import { words } from "./words.ts";

export { hints } from "./hints.ts";

export const messages: Messages = {
  betweenSentences: " ",
  date,
  either,
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
