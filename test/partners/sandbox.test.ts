import { describe, expect, it } from "vitest";
import { nameOfAnswer, operationNames, operations } from "../../partners/operations.ts";
import { PartnerMisuse } from "../../partners/ports.ts";
import { choicesOf, hasVariants } from "../../partners/sandbox/behaviours.ts";
import { sandboxPartners } from "../../partners/sandbox/partners.ts";
import { partnersContract, personaByName } from "./contract.ts";

const sandbox = () => sandboxPartners({ personaOf: personaByName, production: false });

partnersContract("the sandbox", async () => ({ partners: sandbox(), close: async () => undefined }));

const collectByCard = (at: string, rail: "bank-card" | "credit-card" = "bank-card") =>
  sandbox().collect({
    key: "k",
    borrowerId: "ordinary",
    at,
    loanId: "loan-1",
    repaymentId: "repayment-1",
    amount: "1000.00",
    rail,
    maximumFee: "3.00",
  });

describe("the sandbox", () => {
  it.each(operationNames)("%s is answered in each way that a tester may choose", async (name) => {
    const partners = sandbox();
    const call = { key: "k", borrowerId: "no-card", at: "2026-11-10T02:00:00Z" };
    const { reference } = (await collectByCard(call.at)) as { reference: string };
    const request = { ...operations[name].request.example, reference, ...call } as never;
    const given = choicesOf(name).map(async (choice) => [
      choice,
      nameOfAnswer(name, await partners.answerAs(name, choice, request)),
    ]);
    for (const [choice, answer] of await Promise.all(given)) {
      expect(Object.keys(operations[name].answers)).toContain(answer);
      if (!hasVariants(name)) expect(answer).toBe(choice);
    }
    await expect(partners.answerAs(name, "toString", request)).rejects.toThrow(PartnerMisuse);
  });

  it("says that it is pretended, and is refused in production", () => {
    expect(sandbox().pretended).toBe(true);
    expect(() => sandboxPartners({ personaOf: personaByName, production: true })).toThrow(
      /refused in production/,
    );
  });

  it("takes a borrower who picked no persona for the ordinary one", async () => {
    const partners = sandboxPartners({ personaOf: async () => null, production: false });
    const call = { key: "k", borrowerId: "somebody", at: "2026-11-10T02:00:00Z" };
    expect(await partners.verifyName(call)).toMatchObject({ maskedName: "李*" });
  });

  it.each([
    ["Tuesday before 16:00: the next working day", "2026-11-10T15:59:59+08:00", "2026-11-11"],
    ["Tuesday from 16:00 on: the one after", "2026-11-10T16:00:00+08:00", "2026-11-12"],
    ["Friday: over the weekend", "2026-11-13T10:00:00+08:00", "2026-11-16"],
    ["the eve of Spring Festival 2026 (15 to 23 February off)", "2026-02-14T10:00:00+08:00", "2026-02-24"],
    ["Friday before a make-up Saturday", "2026-02-27T10:00:00+08:00", "2026-02-28"],
    ["late at night in UTC it is already tomorrow in Shanghai", "2026-11-10T17:00:00Z", "2026-11-12"],
  ])("a bank card takes 1 to 2 working days: %s", async (_story, at, arrivesOn) => {
    expect(await collectByCard(at)).toMatchObject({ outcome: "processing", fee: "0.00", arrivesOn });
  });

  it("a credit card arrives the next day at a fee between 0.1 % and 0.3 %", async () => {
    expect(await collectByCard("2026-11-10T18:00:00+08:00", "credit-card")).toMatchObject({
      outcome: "processing",
      fee: "2.00",
      arrivesOn: "2026-11-11",
    });
  });

  it("needs no memory to say what became of a collection: another process can", async () => {
    const result = await collectByCard("2026-11-10T10:00:00+08:00", "credit-card");
    if (result.outcome !== "processing") throw new Error("not on its way");
    const { reference } = result;
    const call = { key: "k2", borrowerId: "ordinary", at: "2026-11-11T10:00:00+08:00" };
    expect(await sandbox().checkCollection({ ...call, reference })).toEqual({
      outcome: "collected",
      reference,
      fee: "2.00",
    });
  });

  it("knows no collection of a made-up reference", async () => {
    const call = { key: "k", borrowerId: "ordinary", at: "2026-11-11T10:00:00+08:00" };
    await expect(sandbox().checkCollection({ ...call, reference: "nonsense" })).rejects.toThrow(
      PartnerMisuse,
    );
  });
});
