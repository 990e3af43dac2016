import { shanghaiDate, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";
import type { JourneyContext, RepaymentOffer } from "../../journey-context.ts";
import { findLoan, repayableLoans } from "../loans.ts";
import { priceOffer, sealOffer } from "../offers.ts";
import { judgePartialAmount } from "../partial-amount.ts";
import { reminderDeadlines } from "../reminder-deadlines.ts";
import { eventOf, type Outcome, present, type Scope } from "./plan.ts";

const arrivalTime = "10:00";
/** Money later than promised is asked after again, not at once. */
const askAgainMs = 3_600_000;

const offerOf = ({ repayment }: JourneyContext): RepaymentOffer => present(repayment, "the repayment offer");

/** Takes the only loan that can be repaid now; with several the borrower chooses. */
export function openRepayment({ context }: Scope): Outcome {
  const [only, second] = repayableLoans(context);
  return { assign: { repayment: only && !second ? { loanId: only.id } : null } };
}

export const chooseRepaymentLoan = (scope: Scope): Outcome => ({
  assign: { repayment: { loanId: eventOf(scope, "repay.loan").loanId } },
});

export function chooseRepaymentKind(scope: Scope): Outcome {
  const { kind } = eventOf(scope, "repay.kind");
  const offer: RepaymentOffer = { loanId: offerOf(scope.context).loanId, kind };
  return { assign: { repayment: priceOffer(scope.context, offer) ?? offer } };
}

export function choosePartialAmount(scope: Scope): Outcome {
  const verdict = judgePartialAmount(
    scope.context,
    eventOf(scope, "provide", "borrow", "repay").amount ?? "",
  );
  const { loanId } = offerOf(scope.context);
  return {
    assign: { repayment: { loanId, kind: "partial", ...(verdict.ok && { amount: verdict.amount }) } },
  };
}

export function refusePartialAmount(scope: Scope): Outcome {
  const given = eventOf(scope, "provide", "borrow", "repay").amount ?? "";
  const verdict = judgePartialAmount(scope.context, given);
  if (verdict.ok) return {};
  return { notices: [{ kind: "amount-refused", given, ...verdict.bounds, reason: verdict.reason }] };
}

export const chooseRail = (scope: Scope): Outcome => ({
  assign: {
    repayment: sealOffer(scope.context, {
      ...offerOf(scope.context),
      rail: eventOf(scope, "repay.rail").rail,
    }),
  },
});

/** The day has changed, or the loan: the same wish at today's figures. */
export const refreshOffer = ({ context }: Scope): Outcome => ({
  assign: { repayment: sealOffer(context, offerOf(context)) },
  notices: [{ kind: "repayment-refused", reason: "superseded" }],
});

export function collect({ context, event }: Scope): Outcome {
  const { loanId, kind, amount, rail, maximumFee } = offerOf(context);
  return {
    effects: [
      {
        command: "collect",
        key: `collect:${event.turnId}`,
        confirmedAt: event.at,
        repaymentId: event.turnId,
        loanId,
        kind: present(kind, "the repayment's kind"),
        amount: present(amount, "the repayment's amount"),
        rail: present(rail, "the repayment's rail"),
        maximumFee: present(maximumFee, "the rail's highest fee"),
        expectedRepayments: findLoan(context, loanId).repayments.length,
      },
    ],
  };
}

/** The money is in: the loan as it is now takes the place of the old one, its reminders are set anew. */
export function bookRepayment(scope: Scope): Outcome {
  const { loan, repayment, at } = eventOf(scope, "repayment.completed");
  const { context } = scope;
  const { settled } = loanPosition(loan, shanghaiDate(at));
  return {
    assign: {
      loans: context.loans.map((known) => (known.id === loan.id ? loan : known)),
      processing: context.processing.filter(({ repaymentId }) => repaymentId !== repayment.id),
      refusedPayment: undefined,
    },
    notices: [{ kind: "repaid", loanId: loan.id, repaymentId: repayment.id, settled }],
    effects: reminderDeadlines({ loan, context, at }),
  };
}

export function bookProcessing(scope: Scope): Outcome {
  const { repaymentId, loanId, amount, reference, arrivesOn } = eventOf(scope, "repayment.processing");
  const { processing } = scope.context;
  const known = processing.find((one) => one.repaymentId === repaymentId);
  const others = processing.filter((one) => one !== known);
  const sentOn = known ? known.sentOn : shanghaiDate(scope.event.at);
  const expected = Date.parse(startOfDayInShanghai(arrivesOn, arrivalTime));
  const askAt = Math.max(expected, Date.parse(scope.event.at) + askAgainMs);
  return {
    assign: { processing: [...others, { repaymentId, loanId, amount, arrivesOn, sentOn }] },
    notices: known?.arrivesOn === arrivesOn ? [] : [{ kind: "repayment-processing", amount, arrivesOn }],
    effects: [
      {
        deadline: "set",
        key: `collection:${repaymentId}`,
        at: new Date(askAt).toISOString(),
        event: { type: "collection.due", repaymentId, loanId, reference },
      },
    ],
  };
}

export function dropProcessing(scope: Scope): Outcome {
  const { repaymentId, loan, reason, at } = eventOf(scope, "repayment.refused");
  const { processing, loans } = scope.context;
  return {
    assign: {
      processing: processing.filter((one) => one.repaymentId !== repaymentId),
      ...(reason !== "superseded" && { refusedPayment: { on: shanghaiDate(at), reason } }),
      ...(loan && { loans: loans.map((known) => (known.id === loan.id ? loan : known)) }),
    },
  };
}

export function checkCollection(scope: Scope): Outcome {
  const { repaymentId, loanId, reference } = eventOf(scope, "collection.due");
  const key = `check-collection:${repaymentId}:${scope.event.turnId}`;
  return { effects: [{ command: "checkCollection", key, repaymentId, loanId, reference }] };
}

export const closeRepayment = (): Outcome => ({ assign: { repayment: null } });

export const tellProcessing = ({ context }: Scope): Outcome => ({
  notices: context.processing.map(({ amount, arrivesOn }) => ({
    kind: "repayment-processing",
    amount,
    arrivesOn,
  })),
});

export const tellRepaymentRefused = (scope: Scope): Outcome => ({
  notices: [{ kind: "repayment-refused", reason: eventOf(scope, "repayment.refused").reason }],
});
