/** Takes the next of a batch to be sent, having asked the contact policy about each at this very moment. */

import {
  type BatchOf,
  type DispatchDecision,
  type DispatchFacts,
  decideDispatches,
  lockDispatches,
} from "../../../db/campaigns/dispatch.ts";
import { loadLoans } from "../../../db/lending/loan-facts.ts";
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { contactDecision } from "../../../domain/contact/contact-policy.ts";
import { defaultLocale, isLocale, type Locale } from "../../../domain/language/languages.ts";
import type { Loan } from "../../../domain/loan/loan-position.ts";
import { type ReminderTexts, reminderTexts } from "../texts/reminder-texts.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";

export interface ClaimedDispatch extends DispatchFacts {
  texts: ReminderTexts;
}

export interface ClaimedBatch {
  /** How many were decided upon: 0 when none is left that may be tried now. */
  decided: number;
  toSend: ClaimedDispatch[];
}

/** Those to send are `sending` in the database when this resolves; the others wait or are skipped. */
export async function claimDispatches(deps: DispatchDependencies, of: BatchOf): Promise<ClaimedBatch> {
  const now = deps.clock.now();
  return await deps.database.orm.transaction(async (tx) => {
    const facts = await lockDispatches(tx, { ...of, now, limit: deps.limiter.claimSize });
    if (facts.length === 0) return { decided: 0, toSend: [] };
    const loans = await loadLoans(tx, [...new Set(facts.map(({ loanId }) => loanId))]);
    const judged = judgeAll(deps, { facts, loans, now });
    await decideDispatches(
      tx,
      judged.map(({ decision }) => decision),
      now,
    );
    return { decided: facts.length, toSend: judged.flatMap(({ claimed }) => claimed ?? []) };
  });
}

interface Judged {
  decision: DispatchDecision;
  claimed?: ClaimedDispatch;
}

interface Question {
  facts: DispatchFacts[];
  loans: Loan[];
  now: string;
}

function judgeAll(deps: DispatchDependencies, { facts, loans, now }: Question): Judged[] {
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  const claimedOf = new Map<string, number>();
  return facts.map((one) => {
    const earlier = claimedOf.get(one.borrowerId) ?? 0;
    const loan = byId.get(one.loanId);
    if (!loan) throw new Error("a dispatch of a loan that is not there");
    const judged = judge(deps, { ...one, contactsToday: one.contactsToday + earlier }, loan, now);
    if (judged.claimed) claimedOf.set(one.borrowerId, earlier + 1);
    return judged;
  });
}

function judge(deps: DispatchDependencies, facts: DispatchFacts, loan: Loan, now: string): Judged {
  const { loanId, installment, stage } = facts;
  const texts = reminderTexts({
    ...{ loan, installment, stage, on: shanghaiDate(now) },
    locale: localeOf(facts),
    deduction: facts.deduction,
    sandbox: deps.partners.pretended,
  });
  const decided = contactDecision({
    ...facts,
    now,
    settled: facts.settled || texts === undefined,
    toBorrower: facts.chat === null || facts.chat.borrowerId === facts.borrowerId,
  });
  const decision: DispatchDecision = {
    ...{ loanId, installment, stage },
    status: statuses[decided.outcome],
    reason: decided.outcome === "send" ? null : decided.reason,
    notBefore: decided.outcome === "wait" ? decided.until : null,
  };
  return decided.outcome === "send" && texts ? { decision, claimed: { ...facts, texts } } : { decision };
}

const statuses = { send: "sending", wait: "planned", skip: "skipped" } as const;

const localeOf = ({ locale }: DispatchFacts): Locale => (isLocale(locale) ? locale : defaultLocale);
