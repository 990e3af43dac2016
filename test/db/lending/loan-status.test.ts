import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../../db/connection/connection.ts";
import type { DueStatus } from "../../../domain/loan/due-status.ts";
import {
  advanceLoan,
  type LoanEvent,
  type LoanStatus,
  loanPlaces,
  loanStatusOf,
} from "../../../machines/loan.ts";
import { freshDatabase } from "../../support/database.ts";
import { generatedLoan, seeded, withCatalogue } from "../close/generated-loans.ts";

let database: Database;
let loanId = "";
beforeAll(async () => {
  database = await freshDatabase();
  await withCatalogue(database.orm);
  loanId = (await generatedLoan(database, seeded(7), "2026-01-05")).loan.id;
});
afterAll(() => database.close());

const open: DueStatus = { settled: false, daysPastDue: 0, dueToday: false };
const reckoned = [open, { ...open, daysPastDue: 9 }, { ...open, settled: true }].map((dueStatus) => ({
  ...{ date: "2026-02-01", daysBefore: 3, dueStatus },
}));
const events: LoanEvent[] = [
  ...([{ type: "paidOut" }, { type: "abandoned" }, { type: "writeOff" }] as const),
  ...(["businessDay", "paid", "reversed"] as const).flatMap((type) =>
    reckoned.map((one) => ({ type, ...one })),
  ),
];

const waysOfMachine = (): Set<string> =>
  new Set(
    loanPlaces.flatMap((place) =>
      events
        .map((event) => [loanStatusOf(place), loanStatusOf(advanceLoan(place, event))])
        .filter(([from, to]) => from !== to)
        .map((way) => way.join(" -> ")),
    ),
  );

/** What the table wants beside each status. */
const rowOf: Record<LoanStatus, (string | null)[]> = {
  signed: [null, null, null, null],
  abandoned: [null, null, null, null],
  active: ["2026-01-05", null, null, null],
  settled: ["2026-01-05", "2026-02-05", null, null],
  "written-off": ["2026-01-05", null, "2026-02-05", "gone"],
};

/** Whether Postgres lets a loan of one status take another. */
async function lets(from: LoanStatus, to: LoanStatus): Promise<boolean> {
  const undo = new Error("undone");
  let allowed = false;
  const tried = database.sql.begin(async (sql) => {
    const set = async (status: LoanStatus) => {
      const [disbursed = null, settled = null, writtenOff = null, reason = null] = rowOf[status];
      await sql`
        update loans set status = ${status}, disbursed_at = ${disbursed}, settled_on = ${settled},
          written_off_on = ${writtenOff}, write_off_reason = ${reason} where id = ${loanId}`;
    };
    await sql`alter table loans disable trigger guarded`;
    await set(from);
    await sql`alter table loans enable trigger guarded`;
    await sql
      .savepoint(() => set(to))
      .then(
        () => {
          allowed = true;
        },
        () => undefined,
      );
    throw undo;
  });
  await expect(tried).rejects.toBe(undo);
  return allowed;
}

it("a loan's status changes in the ways of the loan machine, and Postgres refuses every other", async () => {
  const statuses = Object.keys(rowOf) as LoanStatus[];
  const found = new Set<string>();
  for (const from of statuses) {
    for (const to of statuses.filter((one) => one !== from)) {
      if (await lets(from, to)) found.add(`${from} -> ${to}`);
    }
  }
  expect(found).toEqual(waysOfMachine());
});
