import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { railFee, railOf } from "../../domain/repayment/rails.ts";
import {
  nameOfAnswer,
  type OperationName,
  type OperationRequest,
  operationNames,
  operations,
} from "../../partners/operations.ts";
import type { PartnerCall, PartnerRequest, Partners } from "../../partners/ports.ts";
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

/** The documented example of a request; a check needs the reference of a collection that was made. */
async function requestOf(partners: Partners, name: OperationName): Promise<PartnerRequest<OperationName>> {
  const example = { ...operations[name].request.example };
  if (name === "checkCollection") {
    const made = await partners.collect({ ...call("ordinary"), ...collect("100.00", "bank-card") });
    Object.assign(example, "reference" in made && { reference: made.reference });
  }
  return { ...example, ...call("ordinary") } as PartnerRequest<OperationName>;
}

const ask = (partners: Partners, name: OperationName, request: OperationRequest<OperationName>) =>
  (partners[name] as (asked: typeof request) => Promise<unknown>)(request);

/** What every implementation of the ports does, whether called directly or over HTTP. */
export function partnersContract(name: string, open: () => Promise<Subject>): void {
  describe(`partners contract: ${name}`, () => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.close());

    it.each(operationNames)("%s: the documented request is given a documented answer", async (operation) => {
      const { partners } = subject;
      const given = await ask(partners, operation, await requestOf(partners, operation));
      expect(Object.keys(operations[operation].answers)).toContain(nameOfAnswer(operation, given));
    });

    it.each(operationNames.filter((one) => operations[one].repeated === "same-answer"))(
      "%s: the same key is answered the same, even days later; another one acts again",
      async (operation) => {
        const { partners } = subject;
        const request = await requestOf(partners, operation);
        const given = await ask(partners, operation, request);
        expect(await ask(partners, operation, request)).toEqual(given);
        const later = { ...request, at: "2026-11-20T10:00:00+08:00" };
        expect(await ask(partners, operation, later)).toEqual(given);
        const other = (await ask(partners, operation, { ...request, ...call("ordinary") })) as object;
        if ("reference" in other) expect(other).not.toEqual(given);
      },
    );

    money(() => subject.partners);

    it("verifies a real name and masks it", async () => {
      const verified = { outcome: "verified", maskedName: "陈*华", age: 38 };
      expect(await subject.partners.verifyName(call("whitelisted"))).toEqual(verified);
    });

    it("takes a text message, and refers to it by letters, digits, dots, dashes, underscores alone", async () => {
      const key = "remind:6b1f0c9e-7c3a-4a64-9d2a-0d5f5a6f3f10:2:due/1 of 3";
      const first = await subject.partners.sendSms({ ...call("ordinary"), key, text: "Due today." });
      expect(first).toEqual({ outcome: "accepted", reference: expect.stringMatching(/^[\w.-]{1,100}$/) });
    });

    it("matches a face", async () => {
      expect(await subject.partners.verifyFace(call("ordinary"))).toEqual({ outcome: "matched" });
    });

    it("reports the facts of the borrower asked for", async () => {
      const { facts } = findPersona("poor-history");
      expect(await subject.partners.reportCredit(call("poor-history"))).toEqual(facts);
    });
  });
}

function money(partners: () => Partners): void {
  it("finds the bound card, or none", async () => {
    const card = { bank: "招商银行", tail: "6021" };
    expect(await partners().findCard(call("ordinary"))).toEqual({ card });
    expect(await partners().findCard(call("no-card"))).toEqual({ card: null });
  });

  const payout = { loanId: "loan-1", amount: "20000.00", notAfter: "2999-01-01T00:00:00.000Z" };

  it("pays out to a card, and refuses without one", async () => {
    const paid = { outcome: "paid", reference: expect.stringMatching(/^[\w.-]+$/) };
    expect(await partners().payOut({ ...call("ordinary"), ...payout })).toEqual(paid);
    const refused = { outcome: "refused", reason: "card-rejected" };
    expect(await partners().payOut({ ...call("no-card"), ...payout })).toEqual(refused);
  });

  it("pays a merchant without the borrower's card", async () => {
    const payee = { merchantId: "m", orderNumber: "o" };
    const { outcome } = await partners().payOut({ ...call("no-card"), ...payout, payee });
    expect(outcome).toBe("paid");
  });

  it("does not pay out once the day of the contract has passed", async () => {
    const late = { ...payout, notAfter: "2000-01-01T00:00:00.000Z" };
    const refused = { outcome: "refused", reason: "too-late" };
    expect(await partners().payOut({ ...call("ordinary"), ...late })).toEqual(refused);
  });

  it("collects from the balance at once and free of charge", async () => {
    const result = await partners().collect({ ...call("ordinary"), ...collect("2145.00", "balance") });
    expect(result).toMatchObject({ outcome: "collected", fee: "0.00" });
  });

  it("collects from a bank card one working day later, free of charge, and says when it has arrived", async () => {
    const result = await partners().collect({ ...call("ordinary"), ...collect("2145.00", "bank-card") });
    expect(result).toMatchObject({ outcome: "processing", fee: "0.00", arrivesOn: "2026-11-11" });
    if (result.outcome !== "processing") throw new Error("not on its way");
    const { reference } = result;
    const check = (at: string) => partners().checkCollection({ ...call("ordinary", at), reference });
    expect(await check("2026-11-10T23:59:59+08:00")).toEqual(result);
    expect(await check("2026-11-10T16:00:00Z")).toEqual({ outcome: "collected", reference, fee: "0.00" });
  });

  it("refuses a collection for insufficient funds", async () => {
    const result = await partners().collect({ ...call("ordinary"), ...collect("100.44", "balance") });
    expect(result).toEqual({ outcome: "refused", reason: "insufficient-funds" });
  });

  it("refuses a collection from a card that is not there", async () => {
    const result = await partners().collect({ ...call("no-card"), ...collect("100.00", "bank-card") });
    expect(result).toEqual({ outcome: "refused", reason: "card-rejected" });
  });
}
