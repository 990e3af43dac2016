import { addDays, shanghaiDate, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";
import { DEFAULT_PRODUCT_ID } from "../../../domain/product/catalogue.ts";
import { nextDeduction } from "../../../domain/repayment/automatic-deduction.ts";
import type { Effect } from "../../effects.ts";
import { loanRestsUntil } from "../arrangements.ts";
import { openLoans, repayableLoans } from "../loans.ts";
import { eventOf, type Outcome, type Scope } from "./plan.ts";

export const privacyPolicyVersion = "2026-11";

export function setLocale(scope: Scope): Outcome {
  const { locale, heard } = eventOf(scope, "language.set");
  return heard
    ? { assign: { locale } }
    : { assign: { locale, localeChosen: true }, notices: [{ kind: "language-set" }] };
}

/** From the second miss in a row on a person is offered. */
const patientMisses = 2;

const missed = ({ context }: Scope): { misses: number; person: boolean } => {
  const misses = context.misses + 1;
  return { misses, person: misses >= patientMisses };
};

export function tellUnclear(scope: Scope): Outcome {
  const { alternatives, wordless } = eventOf(scope, "unclear");
  const { misses, person } = missed(scope);
  return {
    assign: { misses },
    notices: [
      { kind: "unclear", person, ...(alternatives && { alternatives }), ...(wordless && { wordless }) },
    ],
  };
}

export function tellOutOfScope(scope: Scope): Outcome {
  const { misses, person } = missed(scope);
  const { topic } = eventOf(scope, "out-of-scope");
  return { assign: { misses }, notices: [{ kind: "out-of-scope", topic, person }] };
}

export function tellAlso(scope: Scope): Outcome {
  const { alternatives, instead } = eventOf(scope, "also");
  return { notices: [{ kind: "also", alternatives, ...(instead && { instead }) }] };
}

/** Before whatever else the message is answered with. */
export const warnOfSecret = (scope: Scope): Outcome => ({
  assign: {
    notices: [
      { kind: "secret-typed", kinds: eventOf(scope, "secret.typed").kinds },
      ...scope.context.notices,
    ],
  },
});

export const returnCourtesy = (scope: Scope): Outcome => ({
  notices: [{ kind: "courtesy", of: eventOf(scope, "courtesy").of }],
});

export function answer(scope: Scope): Outcome {
  const { topic, example } = eventOf(scope, "ask");
  return { notices: [{ kind: "answer", topic, ...(example && { example }) }] };
}

/** A newcomer's first words are gone back to after the consent. */
export const rememberWish = ({ event }: Scope): Outcome => ({
  assign: { wish: event.type === "locate" ? "locate" : "borrow" },
});

export const acceptPrivacy = (): Outcome => ({
  assign: { privacyAccepted: true, wish: undefined },
  notices: [{ kind: "privacy-accepted" }],
  effects: [{ fact: "consent.given", kind: "privacy", subject: privacyPolicyVersion }],
});

export const chooseEntry = (scope: Scope): Outcome => ({
  assign: { entry: eventOf(scope, "entry.choose").entry },
});

/** Another persona is another person to the partners: what they said of the last one no longer holds. */
export function choosePersona(scope: Scope): Outcome {
  const { persona } = eventOf(scope, "persona.choose");
  return {
    assign: {
      productId: DEFAULT_PRODUCT_ID,
      purchase: undefined,
      request: {},
      persona,
      identity: null,
      card: null,
      creditAuthorised: false,
      assessment: null,
      refusal: [],
      setAside: undefined,
      means: undefined,
    },
    notices: [{ kind: "persona-chosen", persona }],
    effects: [{ fact: "persona.chosen", persona }],
  };
}

/** Sandbox: to ten in the morning of the next day, of the next due date, or of the third day after it. */
export function forwardClock(scope: Scope): Outcome {
  const today = shanghaiDate(scope.event.at);
  const date = targetDate(scope, today);
  const to = startOfDayInShanghai(date, "10:00");
  return {
    notices: [{ kind: "clock-moved", to }],
    effects: [{ clock: "forward", to }, ...deductionsUntil(date, scope)],
  };
}

/** What the daily closes of the days leapt over would have deducted: the first try of each loan, by the close's own key. */
function deductionsUntil(date: string, { context, event }: Scope): Effect[] {
  const source = context.arrangements.deduction;
  if (!source) return [];
  return repayableLoans(context).flatMap((loan): Effect[] => {
    const next = nextDeduction({
      ...{ loans: [loan], today: shanghaiDate(event.at), restsUntil: loanRestsUntil(context, loan.id) },
    });
    if (!next || next.date > date) return [];
    const { date: on } = next;
    return [{ command: "deduct", key: `deduct:${loan.id}:${on}`, loanId: loan.id, on, source }];
  });
}

function targetDate(scope: Scope, today: string): string {
  const { to } = eventOf(scope, "clock.forward");
  const tomorrow = addDays(today, 1);
  if (to === "next-day") return tomorrow;
  const unpaid = openLoans(scope.context).flatMap((loan) =>
    loanPosition(loan, today).installments.filter(({ status }) => status !== "settled"),
  );
  const wanted = unpaid.map(({ dueDate }) => (to === "overdue" ? addDays(dueDate, 3) : dueDate));
  return wanted.filter((date) => date > today).sort()[0] ?? tomorrow;
}
