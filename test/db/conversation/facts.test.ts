import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consentsOf, recordConsent } from "../../../db/conversation/consents.ts";
import { findLimit, grantLimit, insertAssessment } from "../../../db/lending/assessments.ts";
import { findBorrower, updateBorrower } from "../../../db/lending/borrowers.ts";
import { syncProducts } from "../../../db/lending/products.ts";
import { insertQuote, voidQuote } from "../../../db/lending/quotes.ts";
import { raiseReminder } from "../../../db/lending/reminders.ts";
import { quotes } from "../../../db/schema.ts";
import type { Assessment } from "../../../domain/eligibility/assessment.ts";
import { verifyQuote } from "../../../domain/pricing/quote.ts";
import { productList } from "../../../domain/product/catalogue.ts";
import {
  houseConventions,
  housePenalty,
  houseRepayment,
  type LoanConventions,
} from "../../../domain/product/conventions.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  activeLoan,
  approvedFor,
  exampleQuote,
  newConversation,
  storedQuote,
} from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;
beforeAll(() => syncProducts(q, productList()));

const at = "2026-02-10T02:00:00.000Z";
const newBorrower = async () => (await newConversation(q)).borrowerId;

const approved = (): Assessment => ({
  ...{ id: randomUUID(), productId: "weilidai", decidedOn: "2026-02-10", validUntil: "2026-05-11" },
  ...{ outcome: "approved", score: "81.25", dimensions: [], tier: "regular", limit: "50000.00" },
  ...{ dailyRate: "0.0005", annualRate: "0.1800", reasons: [] },
});
const refused = (): Assessment => ({
  ...approved(),
  ...{ outcome: "refused", limit: "0.00", reasons: [{ code: "no-bank-card" }] },
});

async function authorised(borrowerId: string): Promise<void> {
  const consent = { borrowerId, turnId: randomUUID(), givenAt: at };
  await recordConsent(q, { ...consent, kind: "privacy", subject: "2026-01" });
  await recordConsent(q, { ...consent, kind: "credit", subject: "weilidai" });
}

describe("a borrower", () => {
  it("keeps what is learnt, piece by piece", async () => {
    const id = await newBorrower();
    await updateBorrower(q, id, { maskedName: "王*", age: 30 });
    await updateBorrower(q, id, { cardBank: "ICBC", cardTail: "1234", reminderDaysBefore: 3 });
    expect(await findBorrower(q, id)).toMatchObject({
      ...{ maskedName: "王*", age: 30, cardBank: "ICBC", cardTail: "1234", reminderDaysBefore: 3 },
    });
  });

  it.each([
    ["a name without an age", { maskedName: "王*" }, "borrowers_identity_whole"],
    ["a card's whole number", { cardBank: "ICBC", cardTail: "6222021234" }, "borrowers_card_tail"],
    ["a tail without a bank", { cardTail: "1234" }, "borrowers_card_whole"],
    ["a reminder a year before", { reminderDaysBefore: 365 }, "borrowers_reminder"],
  ])("cannot have %s", async (_, changes, constraint_name) => {
    const id = await newBorrower();
    await expect(updateBorrower(q, id, changes)).rejects.toMatchObject({ cause: { constraint_name } });
  });
});

describe("consents", () => {
  it("are kept in the order in which they were given", async () => {
    const borrowerId = await newBorrower();
    const consent = { borrowerId, turnId: randomUUID(), givenAt: at };
    await recordConsent(q, { ...consent, kind: "privacy", subject: "2026-01" });
    await recordConsent(q, { ...consent, kind: "contract", subject: "a".repeat(64) });
    expect((await consentsOf(q, borrowerId)).map(({ kind, givenAt }) => [kind, givenAt])).toEqual([
      ["privacy", at],
      ["contract", at],
    ]);
  });
});

describe("an assessment", () => {
  it("grants the limit, and a later one replaces it", async () => {
    const borrowerId = await newBorrower();
    await authorised(borrowerId);
    const [first, second] = [approved(), { ...approved(), limit: "80000.00" }];
    for (const assessment of [first, second]) {
      await insertAssessment(q, borrowerId, assessment);
      await grantLimit(q, borrowerId, assessment);
    }
    expect(await findLimit(q, borrowerId, "weilidai")).toEqual({
      ...{ borrowerId, productId: "weilidai", assessmentId: second.id },
      ...{ amount: "80000.00", validUntil: "2026-05-11" },
    });
  });

  it("that refuses takes the limit away", async () => {
    const borrowerId = await newBorrower();
    await authorised(borrowerId);
    for (const assessment of [approved(), refused()]) {
      await insertAssessment(q, borrowerId, assessment);
      await grantLimit(q, borrowerId, assessment);
    }
    expect(await findLimit(q, borrowerId, "weilidai")).toBeUndefined();
  });

  it("cannot approve nothing, refuse without a reason, or serve another borrower", async () => {
    const borrowerId = await newBorrower();
    await authorised(borrowerId);
    const insert = (assessment: Assessment) => insertAssessment(q, borrowerId, assessment);
    const constraint = (constraint_name: string) => ({ cause: { constraint_name } });
    await expect(insert({ ...approved(), limit: "0.00" })).rejects.toMatchObject(
      constraint("assessments_limit"),
    );
    await expect(insert({ ...refused(), reasons: [] })).rejects.toMatchObject(
      constraint("assessments_reasons"),
    );
    const own = approved();
    await insert(own);
    await expect(grantLimit(q, await newBorrower(), own)).rejects.toMatchObject(
      constraint("limits_assessment"),
    );
  });
});

describe("a quote", () => {
  it("is voided once", async () => {
    const { quote } = await storedQuote(q);
    const voiding = { quoteId: quote.id, at };
    expect(await voidQuote(q, { ...voiding, reason: "corrected" })).toBe(true);
    expect(await voidQuote(q, { ...voiding, reason: "expired" })).toBe(false);
    expect(await voidQuote(q, { ...voiding, quoteId: "unknown", reason: "expired" })).toBe(false);
  });

  it("never changes its figures", async () => {
    const { quote } = await storedQuote(q);
    const change = database.sql`update quotes set daily_rate = 0.0004 where id = ${quote.id}`;
    await expect(change).rejects.toThrow(/cannot be changed/);
  });

  it("comes back whole, its conventions with it, and verifies", async () => {
    const conventions: LoanConventions = {
      ...houseConventions,
      dayCount: "30E/360",
      rounding: { mode: "half-even", unit: "0.10" },
      repayment: {
        ...houseRepayment,
        excess: "fewer",
        penalty: { ...housePenalty, graceDays: 3, cap: "0.3" },
      },
    };
    for (const made of [exampleQuote(), exampleQuote({ conventions })]) {
      const borrowerId = await newBorrower();
      await approvedFor(q, borrowerId, made);
      await insertQuote(q, borrowerId, made);
      const [row] = await q.select().from(quotes).where(eq(quotes.id, made.id));
      if (!row) throw new Error("the quote just stored is not there");
      const { aprSimple: simple, aprCompounded: compounded, ...columns } = row;
      const stored = { ...columns, schedule: made.schedule, apr: { simple, compounded } };
      expect(row.schedule).toEqual(made.schedule);
      expect(stored.conventions).toEqual(made.conventions);
      expect(verifyQuote(stored)).toBe(true);
    }
  });

  it("without conventions is the house's, and never has half of them", async () => {
    const { quote } = await storedQuote(q);
    const copy = (id: string, conventions: ReturnType<typeof database.sql>) => database.sql`
      insert into quotes select (jsonb_populate_record(quotes, to_jsonb(quotes) || ${conventions}
        || jsonb_build_object('id', ${id}::text))).* from quotes where id = ${quote.id}`;
    const change = (path: string, value: string) =>
      copy(
        randomUUID(),
        database.sql`jsonb_build_object('conventions',
        jsonb_set(conventions, ${path}::text::text[], ${value}::text::jsonb))`,
      );
    await change("{counting}", '"inclusive"');
    for (const [path, value] of [
      ["{dayCount}", '"30/365"'],
      ["{counting}", "null"],
      ["{rounding}", "{}"],
      ["{rounding,unit}", '"a fen"'],
      ["{repayment,penalty,graceDays}", "-1"],
      ["{repayment,waterfall,order}", '["penalty", "interest"]'],
      ["{repayment}", "{}"],
    ] as const) {
      await expect(change(path, value)).rejects.toMatchObject({ constraint_name: "quotes_conventions" });
    }
    const [row] = await database.sql`
      select column_default as house from information_schema.columns
      where table_name = 'quotes' and column_name = 'conventions'`;
    expect(JSON.parse(String(row?.["house"]).replace(/^'|'::jsonb$/g, ""))).toEqual(houseConventions);
  });

  it("must add up, be of the catalogue, and keep its rate as written", async () => {
    const borrowerId = await newBorrower();
    const quote = exampleQuote({ dailyRate: "0.000350" });
    await approvedFor(q, borrowerId, quote);
    await insertQuote(q, borrowerId, quote);
    const [stored] = await database.sql`select daily_rate from quotes where id = ${quote.id}`;
    expect(stored?.["daily_rate"]).toBe("0.000350");
    const wrongSum = { ...exampleQuote(), totalPayable: "10451.01" };
    await expect(insertQuote(q, borrowerId, wrongSum)).rejects.toMatchObject({
      cause: { constraint_name: "quotes_total" },
    });
    const unknown = { ...exampleQuote(), productId: "unheard-of" };
    await expect(insertQuote(q, borrowerId, unknown)).rejects.toMatchObject({ cause: { code: "23503" } });
  });
});

describe("the catalogue", () => {
  it("is written again at every start, with what has changed", async () => {
    const [product] = productList();
    if (!product) throw new Error("the catalogue is empty");
    await syncProducts(q, [{ ...product, maximum: "123456.00" }]);
    const [stored] = await database.sql`select maximum, definition from products where id = ${product.id}`;
    expect(stored).toEqual({ maximum: "123456.00", definition: { ...product, maximum: "123456.00" } });
    await syncProducts(q, productList());
    const [count] = await database.sql`select count(*)::int as count from products`;
    expect(count?.["count"]).toBe(productList().filter(({ kind }) => kind !== "other").length);
  });
});

describe("a reminder", () => {
  it("is raised once for an installment and stage", async () => {
    const { loan } = await activeLoan(q);
    const reminder = { loanId: loan.id, installment: 1, stage: "due", raisedAt: at } as const;
    const raised = await Promise.all([0, 1, 2].map(() => raiseReminder(q, reminder)));
    expect(raised.filter(Boolean)).toHaveLength(1);
    expect(await raiseReminder(q, { ...reminder, stage: "overdue-1" })).toBe(true);
    expect(await raiseReminder(q, { ...reminder, installment: 2 })).toBe(true);
  });

  it("needs an installment", async () => {
    const { loan } = await activeLoan(q);
    const reminder = { loanId: loan.id, installment: 6, stage: "due", raisedAt: at } as const;
    await expect(raiseReminder(q, reminder)).rejects.toMatchObject({ cause: { code: "23503" } });
  });
});
