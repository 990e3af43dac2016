import type { PenaltyRule } from "../../../domain/product/conventions.ts";
import { dailyPercent, percent } from "../../views/figures/figures.ts";
import { capitalised, plural } from "./format.ts";

const bases = {
  principal: ["principal", "bears"],
  "principal-and-interest": ["principal and interest", "bear"],
} as const;
const base = ({ base: of = "principal" }: PenaltyRule): readonly [string, string] => bases[of];

/** "overdue principal bears a penalty of 0.05% a day, at most 20% of the installment's principal" */
const charged = (rule: PenaltyRule): string =>
  `overdue ${base(rule).join(" ")} a penalty of ${dailyPercent(rule.dailyRate)} a day${rule.cap ? ` (at most ${percent(rule.cap)} of the installment's principal)` : ""}`;

function start({ startsFrom, counting }: PenaltyRule): string {
  if (startsFrom === "grace-end")
    return counting === "inclusive" ? "from the last day of grace" : "from the day after those";
  return counting === "inclusive" ? "from the due date itself" : `from ${dayAfter}`;
}

const dayAfter = "the day after the due date";
const reportedFrom = (day: string): string =>
  `The credit bureau is told, and the record shows it from ${day} on.`;

const isFree = ({ dailyRate }: PenaltyRule): boolean => Number(dailyRate) === 0;

const days = ({ graceDays }: PenaltyRule): string => `${plural(graceDays, "day")} of grace`;

const withGrace = (rule: PenaltyRule): string =>
  rule.graceDays > 0
    ? `${charged(rule)} (none if paid within ${days(rule)}; otherwise counted ${start(rule)})`
    : charged(rule);

type Wording = (rule: PenaltyRule) => string;

/** Within a sentence: "there are no days of grace". */
export const graceWords: Wording = (rule) => (rule.graceDays > 0 ? days(rule) : "no days of grace");

export const penaltyWords: Record<"inContract" | "inReminder" | "inAnswer" | "ofTheRest", Wording> = {
  inContract: (rule) =>
    isFree(rule)
      ? "If you pay late, there is no penalty, but the credit bureau is told."
      : `If you pay late, ${withGrace(rule)} and the credit bureau is told.`,
  inReminder: (rule) =>
    isFree(rule)
      ? "The credit bureau is told of overdue installments."
      : `${capitalised(withGrace(rule))} and the credit bureau is told; paying stops the penalty.`,
  inAnswer: (rule) => {
    const reported = reportedFrom(dayAfter);
    if (isFree(rule)) return `There is no penalty for being late. ${reported}`;
    if (rule.graceDays > 0)
      return `There are ${days(rule)} after the due date: whatever is paid off within them bears no penalty. ${capitalised(start(rule))}, ${charged(rule)}; it never bears a penalty itself. ${reported}`;
    return `${capitalised(start(rule))}, ${charged(rule)}: there are no days of grace, and it never bears a penalty itself. ${reportedFrom(rule.counting === "exclusive" ? "that day" : dayAfter)}`;
  },
  ofTheRest: (rule) => {
    if (isFree(rule)) return "what is still open after the due date bears no penalty, but is overdue.";
    const [what, bears] = base(rule);
    const soon = rule.counting === "inclusive" ? "from the due date itself" : "from the next day";
    const from = rule.graceDays > 0 ? `once ${days(rule)} have passed` : soon;
    return `${what} still open after the due date ${bears} a penalty ${from}.`;
  },
};
