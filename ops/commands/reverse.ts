import { Command, Option } from "commander";
import type { Tx } from "../../db/connection/connection.ts";
import { loadLoan } from "../../db/lending/loan-facts.ts";
import { bookReversal, lockForReversal, type ReversibleLoan } from "../../db/lending/reverse-repayment.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { reverseRepayment } from "../../domain/loan/corrections.ts";
import { DEFAULT_DAYS_BEFORE, dueStatusOf } from "../../domain/loan/due-status.ts";
import { type Loan, loanPosition } from "../../domain/loan/loan-position.ts";
import { advanceLoan, FIRST_STAGE, type LoanStage, loanStatusOf } from "../../machines/loan.ts";
import { atDesk } from "../desk/desk.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, withCommonOptions } from "../desk/options.ts";
import { show } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

const reasons = ["bounced", "booked-in-error"] as const;

interface ReverseOptions extends CommonOptions {
  reason: (typeof reasons)[number];
}

export const reverseCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("reverse"))
    .description("books the last repayment of a loan back; one that was settled goes on")
    .argument("<loan>", "its number, such as JD10000001")
    .addOption(new Option("--reason <reason>", "why").choices(reasons).makeOptionMandatory())
    .action(async (number: string, { json, as, reason }: ReverseOptions) => {
      const details = { loan: number, reason };
      const task = { terminal, action: "reverse", permission: "reverse" as const, details, as };
      await atDesk(task, async ({ database, now }) => {
        const bookedOn = shanghaiDate(now);
        const { amount, stage } = await database.orm.transaction((tx) =>
          reverseLast(tx, number, { bookedOn, reason }),
        );
        const lines = () => [
          `${number}: the last repayment, ${amount} yuan, is booked back; it is ${stage} now.`,
        ];
        show(terminal, { json, data: { loan: number, amount, stage }, lines });
      });
    });

interface Why {
  bookedOn: string;
  reason: (typeof reasons)[number];
}

async function reverseLast(
  tx: Tx,
  number: string,
  { bookedOn, reason }: Why,
): Promise<{ amount: string; stage: LoanStage }> {
  const locked = await lockForReversal(tx, number);
  if (!locked) throw new OpsError(`${number} is no loan that was paid out.`);
  if (locked.busy) throw new OpsError(`${number} has a repayment on its way: wait for it.`);
  const loan = await loadLoan(tx, locked.loanId);
  const repayment = loan?.repayments.at(-1);
  if (!loan || !repayment) throw new OpsError(`${number} has no repayment to book back.`);
  const reversal = { repaymentId: repayment.id, bookedOn, reason };
  const after = reverseRepayment(loan, reversal);
  if (!after.ok) throw new OpsError(`${number}: ${after.reason}.`);
  const stage = stageAfter(locked, after.loan, bookedOn);
  await bookReversal(tx, {
    loan: locked,
    repayment,
    reversal,
    to: { status: loanStatusOf(stage), stage },
  });
  return { amount: repayment.amount, stage };
}

/** As of the last close, which the figures in the books are of. */
function stageAfter(
  { stage, status, closedOn, daysBefore }: ReversibleLoan,
  loan: Loan,
  today: string,
): LoanStage {
  const date = closedOn ?? today;
  const before = stage ?? (status === "settled" ? "settled" : FIRST_STAGE);
  return advanceLoan(before, {
    ...{ type: "reversed", date, daysBefore: daysBefore ?? DEFAULT_DAYS_BEFORE },
    dueStatus: dueStatusOf(loanPosition(loan, date)),
    contactDays: loan.conventions.contactDays,
  });
}
