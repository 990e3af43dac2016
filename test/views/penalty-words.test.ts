import { describe, expect, it } from "vitest";
import { penaltyWords as en } from "../../bot/locales/en/penalty.ts";
import { penaltyWords as zh } from "../../bot/locales/zh-CN/penalty.ts";
import { housePenalty, type PenaltyRule } from "../../domain/product/conventions.ts";

const rule = (own: Partial<PenaltyRule>): PenaltyRule => ({ ...housePenalty, ...own });
const graceful = rule({ dailyRate: "0.0003", graceDays: 3, startsFrom: "grace-end", cap: "0.2" });

describe("what a penalty is, in words", () => {
  it("says that there is no grace only where there is none", () => {
    expect(zh.inAnswer(housePenalty)).toBe(
      "从还款日的第二天起，逾期的本金每天收0.05%罚息，没有宽限期，也不利滚利；逾期会报送央行征信，从到期第二天起就会显示。",
    );
    expect(en.inAnswer(housePenalty)).toContain("there are no days of grace");
    for (const words of [zh.inAnswer(graceful), en.inAnswer(graceful)]) {
      expect(words).not.toMatch(/没有宽限期|no days of grace/);
    }
  });

  it("tells the days of grace, the start after them and the cap", () => {
    expect(zh.inAnswer(graceful)).toBe(
      "还款日后有3天宽限期，这几天里还清，不收罚息；过了宽限期，从宽限期满的第二天起，逾期的本金每天收0.03%罚息，最多收到这一期本金的20%，不利滚利。逾期会报送央行征信，从到期第二天起就会显示。",
    );
    expect(en.inAnswer(graceful)).toBe(
      "There are 3 days of grace after the due date: whatever is paid off within them bears no penalty. From the day after those, overdue principal bears a penalty of 0.03% a day (at most 20% of the installment's principal); it never bears a penalty itself. The credit bureau is told, and the record shows it from the day after the due date on.",
    );
  });

  it("in the contract and in a reminder", () => {
    expect(zh.inContract(graceful)).toBe(
      "如果逾期，逾期的本金每天收0.03%罚息，最多收到这一期本金的20%（3天宽限期内还清不收，否则从宽限期满的第二天起算），并报送征信。",
    );
    expect(zh.inContract(rule({ graceDays: 2 }))).toContain(
      "（2天宽限期内还清不收，否则从还款日的第二天起算）",
    );
    expect(en.inContract(rule({ graceDays: 1 }))).toContain("none if paid within 1 day of grace");
    expect(zh.inReminder(housePenalty)).toBe("逾期的本金每天收0.05%罚息，逾期会上报征信，还上就停止计收。");
    expect(en.inReminder(graceful)).toMatch(/^Overdue principal bears a penalty of 0\.03% a day/);
  });

  it("on interest as well as principal", () => {
    const both = rule({ base: "principal-and-interest" });
    for (const words of Object.values(zh)) expect(words(both)).toContain("本金和利息");
    for (const words of Object.values(en)) expect(words(both)).toMatch(/principal and interest/i);
  });

  it("from the due date itself where that counts", () => {
    const inclusive = rule({ counting: "inclusive" });
    expect(zh.inAnswer(inclusive)).toMatch(/^从还款日当天起/);
    expect(en.inAnswer(inclusive)).toMatch(/^From the due date itself/);
    expect(zh.ofTheRest(inclusive)).toBe("到期没还上的本金，从还款日当天起收罚息。");
  });

  it("where there is none", () => {
    const free = rule({ dailyRate: "0" });
    for (const words of Object.values(zh)) expect(words(free)).not.toContain("每天收");
    for (const words of Object.values(en)) expect(words(free)).not.toContain("a day");
  });
});
