/** What each payment comes to, and all of them: asked of the loan applied for, answered with its schedule. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { paysSome } from "../../reading/figures/figure-words.ts";
import { anyNumeral, yuanAfter } from "../../reading/quantities/patterns.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

/** "每月还1000", "can I pay 800 a month": what can be afforded, not a wish to repay or an amount to borrow. */
const byTheMonth = new RegExp(
  "^(?:我|想|要|希望|打算|最多|只|大概|就|可以|能|那|如果|一般|,|，)*(?:每个?[月期]|一个月|月)(?:我|想|要|只|能|可以|最多|大概|就|都|得|也|差不多)*(?:还|付|供|交)(?:款|得起|得|个|大概|最多|差不多)*" +
    ` ?(?:¥ ?)?${anyNumeral}${yuanAfter}?(?:左右|以内|以下|上下|就好|就行|的话|可以|行不行|行|好|呢|吧|吗|[?？。! ])*$|` +
    `^(?:i|we|can|could|may|want to|would like to|'d like to|will|'ll|only|let me|if|to| )*(?:re)?pay(?:ing)?(?: back)?(?: only| about| around| up to)? (?:¥ ?)?${anyNumeral}${yuanAfter}? (?:(?:a|per|each|every|the) (?:month|installment)|monthly)(?: please)?[?.! ]*$`,
);

const inTotal =
  /(?:总共|一共|总计|合计|加起来|连本带利|本息|本金和利息|全部还完|总的).{0,8}(?:多少|几)|总(?:成本|费用|利息)|\b(?:in total|altogether|all in all)\b|\btotal (?:cost|interest|amount|price|repayment|to (?:re)?pay)\b/;
const ofAnother = /等额本[金息].*等额本[金息]|能借|可以借|借过|额度|还了|已还|\blimit\b|\bborrow|\bpaid\b/;
export const underWay = /^(?:checkingEligibility|quoting|confirming)\./;

const payingEarly =
  /^(?:and |so |but )?what if i (?:re)?pay (?:it |this |everything )?(?:all )?(?:off|back|early)/;

/** Of a loan that figures name, or of the one at hand. */
export const asksTotal = (text: string, named: boolean): boolean =>
  inTotal.test(text) && (named || !ofAnother.test(text));

/** Absent where none of the kind is asked. */
export function readPaymentQuestion(
  reading: Reading,
  { path, context }: Situation,
): JourneyEvent | undefined {
  const { text } = reading;
  const schedule: JourneyEvent = { type: "ask", topic: "amount-due-now" };
  if ((underWay.test(path) || (path === "idle" && context.loans.length === 0)) && byTheMonth.test(text))
    return schedule;
  if (paysSome.test(text)) return { type: "repay.kind", kind: "partial" };
  if (payingEarly.test(text)) return { type: "ask", topic: "repay-early-allowed" };
  if (context.quote === null || !underWay.test(path) || !asksTotal(text, false)) return undefined;
  const others = reading.quantities.some(({ kind }) => /^(?:amount|number|term|range)$/.test(kind));
  return others ? undefined : schedule;
}
