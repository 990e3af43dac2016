/** Who has time until a later day: by a promise of theirs that is open, or by a decision of staff. */
import { type SQL, sql } from "drizzle-orm";

interface OnHold {
  borrowerId: SQL;
  loanId: SQL;
  /** A date, Asia/Shanghai. */
  on: SQL;
}

const promised = ({ borrowerId, on }: OnHold): SQL => sql`exists (
  select from promises p
  where p.borrower_id = ${borrowerId} and p.status = 'open' and p.made_on <= ${on} and p.promised_on > ${on})`;

const extended = ({ loanId, on }: OnHold, ofInstallment: SQL): SQL => sql`exists (
  select from staff_requests q
  where q.loan_id = ${loanId} ${ofInstallment} and q.status = 'approved' and q.until > ${on})`;

export const loanIsOnHold = (of: OnHold): SQL => sql`(${promised(of)} or ${extended(of, sql``)})`;

export const installmentIsOnHold = ({ installment, ...of }: OnHold & { installment: SQL }): SQL =>
  sql`(${promised(of)} or ${extended(of, sql`and q.installment = ${installment}`)})`;
