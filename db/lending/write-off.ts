/** Gives a claim up as an asset: the loan stays owed, and its borrower is not deducted from or reminded any more. */
import { eq, sql } from "drizzle-orm";
import { lockCloses } from "../close/close-day.ts";
import type { Tx } from "../connection/connection.ts";
import { loanPositions, loans } from "../schema.ts";
import { credit, postTransaction } from "./ledger.ts";
import type { LoanStageRow } from "./loan-positions.ts";

export interface WriteOff {
  /** As read out on the phone. */
  number: string;
  reason: string;
  /** The date that it counts for, Asia/Shanghai. */
  on: string;
  /** Whether a loan in this stage may be written off. */
  mayWriteOff: (stage: LoanStageRow) => boolean;
}

export type WriteOffOutcome =
  | { ok: true; loanId: string; principal: string; interest: string; penalty: string }
  | { ok: false; reason: "unknown" | "not-in-stage" | "repayment-on-its-way"; stage?: LoanStageRow };

export async function writeOffLoan(tx: Tx, writeOff: WriteOff): Promise<WriteOffOutcome> {
  await lockCloses(tx);
  const claim = await lockClaim(tx, writeOff.number);
  if (!claim) return { ok: false, reason: "unknown" };
  const { loanId, stage, busy, principal, interest, penalty } = claim;
  if (!writeOff.mayWriteOff(stage)) return { ok: false, reason: "not-in-stage", stage };
  if (busy) return { ok: false, reason: "repayment-on-its-way" };
  await endLoan(tx, loanId, writeOff);
  await postTransaction(tx, {
    ...{ reference: `write-off:${loanId}`, loanId, valueDate: writeOff.on },
    entries: [
      { account: "loss:write-off", amount: principal },
      { account: "loans:written-off", amount: credit(principal) },
      { account: "income:accrued-interest", amount: interest },
      { account: "accrued:interest", amount: credit(interest) },
      { account: "income:accrued-penalty", amount: penalty },
      { account: "accrued:penalty", amount: credit(penalty) },
    ],
  });
  return { ok: true, loanId, principal, interest, penalty };
}

interface Claim extends Record<string, unknown> {
  loanId: string;
  stage: LoanStageRow;
  busy: boolean;
  /** Still owed now. */
  principal: string;
  /** As accrued by the last close. */
  interest: string;
  penalty: string;
}

async function lockClaim(tx: Tx, number: string): Promise<Claim | undefined> {
  const [claim] = await tx.execute<Claim>(sql`
    select loan.id as "loanId", p.stage, p.interest::text, p.penalty::text,
      exists (select from repayments r where r.loan_id = loan.id and r.status = 'processing') as busy,
      (select sum(i.principal - i.principal_paid)::text from installments i where i.loan_id = loan.id) as principal
    from loans loan join loan_positions p on p.loan_id = loan.id
    where loan.number = ${number} and loan.status = 'active'
    for update`);
  return claim;
}

async function endLoan(tx: Tx, loanId: string, { on, reason }: WriteOff): Promise<void> {
  await tx
    .update(loans)
    .set({ status: "written-off", writtenOffOn: on, writeOffReason: reason })
    .where(eq(loans.id, loanId));
  const nothing = { interest: "0", penalty: "0", overduePrincipal: "0", overdueInterest: "0", dueToday: "0" };
  await tx
    .update(loanPositions)
    .set({
      ...nothing,
      ...{ stage: "written-off", daysPastDue: 0, nextNumber: null, nextDueDate: null, nextAmount: null },
      principal: sql`(select sum(principal - principal_paid) from installments where loan_id = ${loanId})`,
    })
    .where(eq(loanPositions.loanId, loanId));
  await tx.execute(sql`
    update reminders set status = 'superseded' where loan_id = ${loanId} and status = 'planned'`);
  await tx.execute(sql`
    delete from deadlines d using conversations c, loans loan
    where loan.id = ${loanId} and c.borrower_id = loan.borrower_id and d.conversation_id = c.id
      and starts_with(d.key, ${`reminder:${loanId}:`})`);
}
