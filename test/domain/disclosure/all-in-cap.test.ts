import { describe, expect, it } from "vitest";
import { allInRates, HIGHEST_DAILY_RATE, isWithinAllInCap } from "../../../domain/disclosure/all-in-cap.ts";

describe("all-in rates", () => {
  it("come out as in the PBOC's example: 100,000 with 1,000 upfront and 12 payments of 8,833.30", () => {
    // PBOC announcement [2021] No. 3: 13.58 % compounded, 12.80 % simple.
    const rates = allInRates({
      principal: "100000.00",
      upfrontFee: "1000.00",
      months: Array(12).fill({ payment: "8833.30" }),
    });
    expect(rates?.simple.slice(0, 6)).toBe("0.1280");
    expect(Number(rates?.compounded).toFixed(4)).toBe("0.1358");
  });

  it("count fees and penalties of each month", () => {
    // One month: 1,000 received, 1,010 + 5 + 5 paid: 2 % a month, 24 % a year.
    const month = { payment: "1010.00", fee: "5.00", penalty: "5.00" };
    const rates = allInRates({ principal: "1000.00", months: [month] });
    expect(rates?.simple).toBe("0.240000");
    expect(rates && isWithinAllInCap(rates)).toBe(true);
    const more = allInRates({ principal: "1000.00", months: [{ ...month, fee: "5.01" }] });
    expect(more && isWithinAllInCap(more)).toBe(false);
  });

  it("have no answer when nothing is paid", () => {
    expect(allInRates({ principal: "1000.00", months: [{ payment: "0.00" }] })).toBeUndefined();
  });

  it("allow 31 days at the highest daily rate a twelfth of 24 %", () => {
    expect(HIGHEST_DAILY_RATE.times(31).toFixed(10)).toBe("0.0200000000");
  });
});
