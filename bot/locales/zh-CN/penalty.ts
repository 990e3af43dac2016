import type { PenaltyRule } from "../../../domain/product/conventions.ts";
import { dailyPercent, percent } from "../../views/figures/figures.ts";

const bases = { principal: "本金", "principal-and-interest": "本金和利息" } as const;
const base = ({ base: of = "principal" }: PenaltyRule): string => bases[of];

/** "逾期的本金每天收0.05%罚息，最多收到这一期本金的20%" */
const charged = (rule: PenaltyRule): string =>
  `逾期的${base(rule)}每天收${dailyPercent(rule.dailyRate)}罚息${rule.cap ? `，最多收到这一期本金的${percent(rule.cap)}` : ""}`;

/** 从哪天算起。 */
function start({ startsFrom, counting }: PenaltyRule): string {
  if (startsFrom === "grace-end")
    return counting === "inclusive" ? "从宽限期最后一天起" : "从宽限期满的第二天起";
  return counting === "inclusive" ? "从还款日当天起" : "从还款日的第二天起";
}

const isFree = ({ dailyRate }: PenaltyRule): boolean => Number(dailyRate) === 0;

const withGrace = (rule: PenaltyRule): string =>
  rule.graceDays > 0
    ? `${charged(rule)}（${rule.graceDays}天宽限期内还清不收，否则${start(rule)}算）`
    : charged(rule);

/** 回答里的半句话。 */
export const graceWords = ({ graceDays }: PenaltyRule): string =>
  graceDays > 0 ? `有${graceDays}天宽限期` : "没有宽限期";

export const penaltyWords = {
  inContract: (rule: PenaltyRule): string =>
    isFree(rule) ? "如果逾期，不收罚息，但会报送征信。" : `如果逾期，${withGrace(rule)}，并报送征信。`,
  inReminder: (rule: PenaltyRule): string =>
    isFree(rule) ? "逾期会上报征信。" : `${withGrace(rule)}，逾期会上报征信，还上就停止计收。`,
  inAnswer: (rule: PenaltyRule): string => {
    const reported = "逾期会报送央行征信，从到期第二天起就会显示。";
    if (isFree(rule)) return `逾期不收罚息；${reported}`;
    if (rule.graceDays === 0) return `${start(rule)}，${charged(rule)}，没有宽限期，也不利滚利；${reported}`;
    return `还款日后有${rule.graceDays}天宽限期，这几天里还清，不收罚息；过了宽限期，${start(rule)}，${charged(rule)}，不利滚利。${reported}`;
  },
  /** 还不够一期的钱时说的。 */
  ofTheRest: (rule: PenaltyRule): string => {
    if (isFree(rule)) return "到期没还上的，不收罚息，但算逾期。";
    const soon = rule.counting === "inclusive" ? "从还款日当天起" : "从第二天起";
    const from = rule.graceDays > 0 ? `过了${rule.graceDays}天宽限期` : soon;
    return `到期没还上的${base(rule)}，${from}收罚息。`;
  },
};
