/** A day of arrival in a year whose holidays are not announced is told with that; in an announced year it is told alone. */
import { describe, expect, it } from "vitest";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import { loan } from "../../support/fixtures/published-loan.ts";
import { contextAt } from "../../support/fixtures/situations.ts";

const shown = (locale: "zh-CN" | "en", arrivesOn: string): string => {
  const processing = [{ repaymentId: "r1", loanId: loan.id, amount: "2145.00", arrivesOn }];
  const notices = [{ kind: "repayment-processing" as const, amount: "2145.00", arrivesOn }];
  const at = "2016-03-10T10:00:00+08:00";
  const context = contextAt("reminding.watching", { locale, loans: [loan], processing, at });
  const told = renderJourney({ value: { reminding: "watching" }, context: { ...context, notices }, seq: 1 });
  const asked = renderJourney({ value: "idle", context, seq: 1 });
  return `${told.text}\n${asked.text}`;
};

describe("the day by which a repayment arrives", () => {
  it.each([
    ["zh-CN", "2035年的放假安排还没公布"],
    ["en", "public holidays of 2035 are not announced yet"],
  ] as const)("says in %s that its year's holidays are not announced", (locale, told) => {
    expect(shown(locale, "2035-01-04").split(told)).toHaveLength(3);
    expect(shown(locale, "2016-03-11")).not.toMatch(/放假安排|public holidays/);
  });
});
