import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { railFee, railOf } from "../../domain/repayment/rails.ts";
import type { PartnerCall, Partners } from "../../partners/ports.ts";
import { findPersona } from "../../partners/sandbox/personas.ts";

export interface Subject {
  partners: Partners;
  close(): Promise<void>;
}

/** Borrowers of the suite are named like the persona that they are. */
export const personaByName = async (borrowerId: string): Promise<string> => borrowerId;

/** Tuesday, 10 November 2026, 10:00 in Shanghai: no holiday anywhere near. */
const tuesdayMorning = "2026-11-10T10:00:00+08:00";

let calls = 0;
const call = (borrowerId: string, at = tuesdayMorning): PartnerCall => {
  calls += 1;
  return { key: `call-${calls}`, borrowerId, at };
};
const collect = (amount: string, rail: "balance" | "bank-card" | "credit-card") => ({
  loanId: "loan-1",
  repaymentId: "repayment-1",
  amount,
  rail,
  maximumFee: railFee(railOf(rail), amount).maximum,
});

/** What every implementation of the ports does, whether called directly or over HTTP. */
export function partnersContract(name: string, open: () => Promise<Subject>): void {
  describe(`partners contract: ${name}`, () => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.close());

    it("verifies a real name and masks it", async () => {
      expect(await subject.partners.identity.verifyName(call("whitelisted"))).toEqual({
        outcome: "verified",
        maskedName: "陈*华",
        age: 38,
      });
    });

    it("takes a text message, once for each key", async () => {
      const key = "remind:6b1f0c9e-7c3a-4a64-9d2a-0d5f5a6f3f10:2:due/1 of 3";
      const request = { ...call("ordinary"), key, text: "Due today." };
      const first = await subject.partners.sms.send(request);
      // docs/partners.md: letters, digits, dots, dashes and underscores, whatever the key is made of.
      expect(first).toEqual({ outcome: "accepted", reference: expect.stringMatching(/^[\w.-]{1,100}$/) });
      expect(await subject.partners.sms.send(request)).toEqual(first);
    });

    it("matches a face", async () => {
      expect(await subject.partners.identity.verifyFace(call("ordinary"))).toEqual({ outcome: "matched" });
    });

    it("reports the facts of the borrower asked for", async () => {
      expect(await subject.partners.bureau.report(call("poor-history"))).toEqual(
        findPersona("poor-history").facts,
      );
    });

    it("finds the bound card, or none", async () => {
      expect(await subject.partners.payments.boundCard(call("ordinary"))).toEqual({
        bank: "招商银行",
        tail: "6021",
      });
      expect(await subject.partners.payments.boundCard(call("no-card"))).toBeUndefined();
    });

    it("pays out to a card, and refuses without one", async () => {
      const payout = { loanId: "loan-1", amount: "20000.00", notAfter: "2999-01-01T00:00:00.000Z" };
      expect(await subject.partners.payments.payOut({ ...call("ordinary"), ...payout })).toEqual({
        outcome: "paid",
        reference: expect.stringMatching(/^[\w.-]+$/),
      });
      expect(await subject.partners.payments.payOut({ ...call("no-card"), ...payout })).toEqual({
        outcome: "refused",
        reason: "card-rejected",
      });
    });

    it("does not pay out once the day of the contract has passed", async () => {
      const payout = { loanId: "loan-2", amount: "20000.00", notAfter: "2000-01-01T00:00:00.000Z" };
      expect(await subject.partners.payments.payOut({ ...call("ordinary"), ...payout })).toEqual({
        outcome: "refused",
        reason: "too-late",
      });
    });

    it("collects from the balance at once and free of charge", async () => {
      const result = await subject.partners.payments.collect({
        ...call("ordinary"),
        ...collect("2145.00", "balance"),
      });
      expect(result).toMatchObject({ outcome: "collected", fee: "0.00" });
    });

    it("collects from a bank card one working day later, free of charge, and says when it has arrived", async () => {
      const { payments } = subject.partners;
      const result = await payments.collect({ ...call("ordinary"), ...collect("2145.00", "bank-card") });
      expect(result).toMatchObject({ outcome: "processing", fee: "0.00", arrivesOn: "2026-11-11" });
      if (result.outcome !== "processing") throw new Error("not on its way");
      const { reference } = result;

      const evening = await payments.collection({
        ...call("ordinary", "2026-11-10T23:59:59+08:00"),
        reference,
      });
      expect(evening).toEqual(result);
      const midnight = await payments.collection({ ...call("ordinary", "2026-11-10T16:00:00Z"), reference });
      expect(midnight).toEqual({ outcome: "collected", reference, fee: "0.00" });
    });

    it("refuses a collection for insufficient funds", async () => {
      const result = await subject.partners.payments.collect({
        ...call("ordinary"),
        ...collect("100.44", "balance"),
      });
      expect(result).toEqual({ outcome: "refused", reason: "insufficient-funds" });
    });

    it("refuses a collection from a card that is not there", async () => {
      const result = await subject.partners.payments.collect({
        ...call("no-card"),
        ...collect("100.00", "bank-card"),
      });
      expect(result).toEqual({ outcome: "refused", reason: "card-rejected" });
    });

    it("gives the same answer to the same key, even days later", async () => {
      const { payments } = subject.partners;
      const first = { ...call("ordinary"), ...collect("500.00", "bank-card") };
      const answer = await payments.collect(first);
      expect(await payments.collect(first)).toEqual(answer);
      expect(await payments.collect({ ...first, at: "2026-11-20T10:00:00+08:00" })).toEqual(answer);
      const other = await payments.collect({ ...first, key: "another-key" });
      expect(other).not.toEqual(answer);
    });
  });
}
