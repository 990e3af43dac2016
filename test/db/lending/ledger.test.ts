import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountBalances, type LedgerEntry, postTransaction } from "../../../db/lending/ledger.ts";
import { freshDatabase } from "../../support/database.ts";
import { activeLoan } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

let loanId = "";
beforeAll(async () => {
  loanId = (await activeLoan(q)).loan.id;
});

const posting = (reference: string, entries: LedgerEntry[]) => ({
  ...{ reference, loanId, entries },
  valueDate: "2016-03-10",
});

const count = async (): Promise<number> => {
  const [row] = await database.sql`select count(*)::int as count from ledger_entries`;
  return Number(row?.["count"]);
};

describe("posting", () => {
  it("writes balanced entries and leaves out those of zero", async () => {
    const entries: LedgerEntry[] = [
      { account: "cash:balance", amount: "12.34" },
      { account: "income:fee", amount: "0.00" },
      { account: "income:interest", amount: "-12.34" },
    ];
    const before = await count();
    expect(await postTransaction(q, posting("balanced", entries))).toBe(true);
    expect(await count()).toBe(before + 2);
  });

  it("posts the same reference once", async () => {
    const entries: LedgerEntry[] = [
      { account: "cash:balance", amount: "1.00" },
      { account: "income:interest", amount: "-1.00" },
    ];
    expect(await postTransaction(q, posting("once", entries))).toBe(true);
    const before = await count();
    expect(await postTransaction(q, posting("once", entries))).toBe(false);
    expect(await count()).toBe(before);
  });

  it("adds up the accounts of one loan", async () => {
    const { loan } = await activeLoan(q);
    expect(await accountBalances(q, loan.id)).toEqual({
      "cash:payout": "-10000.00",
      "loans:principal": "10000.00",
    });
  });
});

describe("the database refuses", () => {
  const unbalanced: LedgerEntry[] = [
    { account: "cash:balance", amount: "10.00" },
    { account: "income:interest", amount: "-9.99" },
  ];

  it("a transaction out of balance by a cent, at commit and whole", async () => {
    const before = await count();
    let stored = 0;
    const commit = q.transaction(async (tx) => {
      await postTransaction(tx, posting("unbalanced", unbalanced));
      stored = (await tx.execute("select 1 from ledger_transactions where reference = 'unbalanced'")).length;
    });
    await expect(commit).rejects.toThrow(/out of balance by 0.01/);
    expect(stored).toBe(1);
    expect(await count()).toBe(before);
  });

  it("a transaction without entries", async () => {
    const insert = database.sql`
      insert into ledger_transactions (reference, loan_id, value_date, entry_count)
      values ('empty', ${loanId}, '2016-03-10', 2)`;
    await expect(insert).rejects.toThrow(/has 0 entries and states 2/);
  });

  it("a transaction of a single entry", async () => {
    await expect(
      postTransaction(q, posting("single", [{ account: "cash:balance", amount: "1.00" }])),
    ).rejects.toMatchObject({ cause: { constraint_name: "ledger_transactions_entries" } });
  });

  it("entries that come later to a transaction, even balanced ones", async () => {
    const insert = database.sql`
      insert into ledger_entries (transaction_id, account, amount)
      select id, account, amount from ledger_transactions,
        (values ('cash:balance', 5.00), ('income:interest', -5.00)) as late (account, amount)
      where reference = 'balanced'`;
    await expect(insert).rejects.toThrow(/has 4 entries and states 2/);
  });

  it("an entry of an account that the chart does not have", async () => {
    const insert = database.sql`
      insert into ledger_entries (transaction_id, account, amount)
      select id, 'cash:pocket', 1 from ledger_transactions limit 1`;
    await expect(insert).rejects.toMatchObject({ code: "23503" });
  });

  it.each([
    ["ledger_entries", "amount = -amount"],
    ["ledger_transactions", "entry_count = 3"],
    ["repayment_allocations", "principal = 0"],
    ["consents", "subject = ''"],
  ])("any change of %s", async (table, change) => {
    for (const statement of [
      `update ${table} set ${change}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(database.sql.unsafe(statement), statement).rejects.toThrow(`${table} is append-only`);
    }
  });
});
