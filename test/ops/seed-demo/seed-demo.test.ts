import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeNextDay } from "../../../db/close/close-day.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";
import { type Quote, verifyQuote } from "../../../domain/pricing/quote.ts";
import { buildSchedule } from "../../../domain/schedule/schedule.ts";
import { openSnapshot } from "../../../machines/snapshots.ts";
import { seedDemo } from "../../../ops/seed-demo/seed-demo.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase();
afterAll(() => database.close());

describe("seed-demo", () => {
  const ids: string[] = [];

  beforeAll(async () => {
    await seedDemo(database.orm, { loans: 300, now: "2026-03-02T01:00:00.000Z", newId: randomUUID });
    const rows = await database.sql<{ id: string }[]>`select id from loans order by id`;
    ids.push(...rows.map(({ id }) => id));
  });

  it("makes as many loans as asked for, with schedules exactly as the domain reckons them", async () => {
    expect(ids).toHaveLength(300);
    for (const id of ids) {
      const loan = await loadLoan(database.orm, id);
      expect(loan?.schedule).toEqual(loan && buildSchedule(loan));
    }
  });

  it("their quotes are sealed", async () => {
    const quotes = await database.sql<Record<string, never>[]>`
      select id, product_id as "productId", principal, method, installments, daily_rate as "dailyRate",
        disbursed_on::text as "disbursedOn", annual_rate as "annualRate", conventions, schedule, total_interest as "totalInterest",
        total_payable as "totalPayable", json_build_object('simple', apr_simple::text, 'compounded', apr_compounded::text)
          as apr, hash, to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "issuedAt",
        to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"
      from quotes`;
    expect(quotes.filter((quote) => !verifyQuote(quote as unknown as Quote))).toEqual([]);
  });

  it("a close finds them where the domain does: some late, some due, and some settled", async () => {
    await closeNextDay(database.orm, "2026-03-02");
    const rows = await database.sql`
      select loan_id, stage, days_past_due, principal, penalty, next_amount from loan_positions order by loan_id`;
    for (const row of rows) {
      const loan = await loadLoan(database.orm, row["loan_id"]);
      const position = loan && loanPosition(loan, "2026-03-02");
      expect([row["days_past_due"], row["principal"], row["penalty"], row["next_amount"]]).toEqual([
        ...[position?.daysPastDue, position?.outstandingPrincipal, position?.overdue.penalty],
        position?.nextDue?.amount ?? null,
      ]);
    }
    const stages = new Set(rows.map(({ stage }) => stage));
    expect([...stages].toSorted()).toEqual([
      ...["active", "due", "due-soon", "overdue-call", "overdue-letter", "overdue-reminder", "settled"],
    ]);
  });

  it("their conversations can be gone on with, and know the very loan", async () => {
    const rows = await database.sql`
      select snapshot, borrower_id, (select id from loans where borrower_id = c.borrower_id) as loan_id
      from conversations c where channel = 'demo'`;
    expect(rows).toHaveLength(300);
    for (const row of rows) {
      const { context } = openSnapshot(row["snapshot"]);
      expect(context.borrowerId).toBe(row["borrower_id"]);
      expect(context.loans).toEqual([await loadLoan(database.orm, row["loan_id"])]);
    }
  });
});
