import type { Messages } from "../zh-CN/index.ts";
import { answers } from "./answers.ts";
import { buttons } from "./buttons.ts";
import { checkingEligibility } from "./checking-eligibility.ts";
import { confirming } from "./confirming.ts";
import { debts } from "./debts.ts";
import { date } from "./format.ts";
import { idle } from "./idle.ts";
import { locatingEntry } from "./locating-entry.ts";
import { notices } from "./notices.ts";
import { personal } from "./personal.ts";
import { quoting } from "./quoting.ts";
import { refusals, unknownRefusal } from "./refusals.ts";
import { reminding } from "./reminding.ts";
import { repaying } from "./repaying.ts";
import { system } from "./system.ts";
import { welcoming } from "./welcoming.ts";
import { words } from "./words.ts";

export const en: Messages = {
  date,
  words,
  buttons,
  debts,
  welcoming,
  idle,
  locatingEntry,
  checkingEligibility,
  refusals,
  unknownRefusal,
  quoting,
  confirming,
  reminding,
  repaying,
  notices,
  answers,
  personal,
  system,
};
