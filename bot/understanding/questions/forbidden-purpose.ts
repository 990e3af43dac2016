/** What a loan may not be for, told at once: before somebody goes through an application, or signs that it is for something else. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

const forbidden = "买房|购房|首付|炒股|股票|炒币|买?基金|理财|投资|赌";
const forbiddenEn = "stocks?|shares|crypto|bitcoin|invest\\w*|gambl\\w*|mortgage|property";
const house = /\b(?:buy|buying) (?:a |an |my )?(?:house|home|flat|apartment)\b/;

/** Where the purpose is asked for, a word is enough. */
const atTheQuestion = [
  new RegExp(`${forbidden}|房贷|\\b(?:${forbiddenEn})\\b`),
  /(?:还|付).{0,3}(?:信用卡|网贷|贷款|债)|公司周转|做生意|开公司|进货/,
  house,
  /\b(?:pay|repay)\b.{0,12}\b(?:cards?|loans?|debts?)\b|\b(?:my|a) (?:business|company)\b/,
];
const whatFor = /(?:能|可以|可).{0,3}(?:用|干|做).{0,4}(?:什么|啥|嘛)|\bwhat (?:can|may) i\b/;

/** Elsewhere it is said with the loan. */
const withTheLoan = [
  new RegExp(`(?:借|贷|用来?|用于|拿来?|用途).{0,8}(?:${forbidden})`),
  new RegExp(`\\b(?:borrow|loan|money|use it)\\b.{0,24}\\b(?:${forbiddenEn}|down ?payment)\\b`),
  new RegExp(`\\b(?:borrow|loan|money)\\b.{0,16}${house.source}`),
];

export function readForbiddenPurpose({ text }: Reading, { path }: Situation): JourneyEvent | undefined {
  const asked = path === "quoting.askingPurpose";
  const patterns = asked ? [...atTheQuestion, whatFor] : withTheLoan;
  return patterns.some((pattern) => pattern.test(text)) ? { type: "ask", topic: "loan-purpose" } : undefined;
}
