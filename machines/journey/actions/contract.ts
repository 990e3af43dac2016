import { endPurchase } from "../applications.ts";
import { reminderDeadlines } from "../reminder-deadlines.ts";
import { eventOf, type Outcome, present, type Scope } from "./plan.ts";

export const verifyFace = ({ context, event }: Scope): Outcome => ({
  effects: [
    {
      command: "verifyFace",
      key: `verify-face:${event.turnId}`,
      quoteId: present(context.quote, "the quote").id,
    },
  ],
});

export const recordFace = (scope: Scope): Outcome => ({
  notices: [{ kind: "face-matched" }],
  effects: [{ fact: "face.verified", quoteId: eventOf(scope, "face.matched").quoteId }],
});

/** Consent to the very figures, the loan on the books as signed, and the payout, in one transaction. */
export function signLoan({ context }: Scope): Outcome {
  const quote = present(context.quote, "the quote");
  const { purchase } = context;
  const payee = purchase && { merchantId: purchase.merchantId, orderNumber: purchase.orderNumber };
  return {
    effects: [
      { fact: "consent.given", kind: "contract", subject: quote.hash },
      { fact: "loan.signed", quote },
      { deadline: "clear", key: `quote:${quote.id}` },
      {
        command: "payOut",
        key: `pay-out:${quote.id}`,
        loanId: quote.id,
        amount: quote.principal,
        ...(payee && { payee }),
      },
    ],
  };
}

export function abandonLoan(scope: Scope): Outcome {
  const { quoteId } = eventOf(scope, "payout.refused");
  return { assign: { quote: null }, effects: [{ fact: "loan.abandoned", loanId: quoteId }] };
}

export const tellPayoutRefused = (scope: Scope): Outcome => ({
  notices: [{ kind: "payout-refused", reason: eventOf(scope, "payout.refused").reason }],
});

/** The money is out: the loan joins the borrower's loans and its reminders are set. */
export function bookLoan({ context, event }: Scope): Outcome {
  const { loan } = eventOf({ context, event }, "payout.completed");
  const loans = [...context.loans.filter(({ id }) => id !== loan.id), loan];
  const { purchase } = context;
  const done = context.quote === null || context.quote.id === loan.quoteId;
  return {
    assign: { loans, ...(done && { quote: null, request: {}, ...endPurchase(context) }) },
    notices: [
      { kind: "paid-out", loanId: loan.id, ...(done && purchase && { merchantId: purchase.merchantId }) },
    ],
    effects: reminderDeadlines({ loan, context, at: event.at }),
  };
}
