/** Writes what a transition wants, in the turn's own transaction. Statements are issued in order, unawaited. */
import { updateApplicant } from "../../db/applicants.ts";
import { grantLimit, insertAssessment } from "../../db/assessments.ts";
import { insertCommand } from "../../db/commands.ts";
import type { Tx } from "../../db/connection.ts";
import { recordConsent } from "../../db/consents.ts";
import { armConversation, clearDeadline, clearDeadlines, setDeadline } from "../../db/deadlines.ts";
import { abandonLoan, signLoan } from "../../db/loans.ts";
import { insertQuote, voidQuote } from "../../db/quotes.ts";
import { raiseReminder } from "../../db/reminders.ts";
import type { Assessment } from "../../domain/assessment.ts";
import type { Command, Deadline, Effect, Fact } from "../../machines/effects.ts";
import { movesMoney } from "../commands/moves-money.ts";
import type { Conversation } from "./conversation.ts";
import { RolledBack } from "./rolled-back.ts";

export interface StoreEffectsOptions {
  tx: Tx;
  conversation: Conversation;
  effects: readonly Effect[];
  turnId: string;
  /** The borrower's time. */
  at: string;
  newId: () => string;
  /** How far the process's clock is ahead of the one by which jobs run. */
  aheadMs: number;
}

export function storeEffects(options: StoreEffectsOptions): Promise<unknown>[] {
  const { tx, conversation, effects, aheadMs } = options;
  const writes = effects.flatMap((effect) => {
    if ("fact" in effect) return [storeFact(options, effect)];
    if ("command" in effect) return [storeCommand(options, effect)];
    return "deadline" in effect ? [storeDeadline(options, effect)] : [];
  });
  const timeMoved = effects.some((effect) => "deadline" in effect || "clock" in effect);
  if (timeMoved)
    writes.push(
      armConversation(tx, {
        conversationId: conversation.id,
        clockOffsetMs: conversation.clockOffsetMs + aheadMs,
      }),
    );
  return writes;
}

/** Half a minute or so: then the borrower is told, and may try again. */
const attempts = 4;
/** Days: money that may have moved is asked after until the answer is known. */
const moneyAttempts = 25;

function storeCommand(
  { tx, conversation, turnId, newId }: StoreEffectsOptions,
  command: Command,
): Promise<unknown> {
  const { command: kind, key, ...payload } = command;
  return insertCommand(tx, {
    id: newId(),
    conversationId: conversation.id,
    turnId,
    kind,
    idempotencyKey: key,
    payload,
    maxAttempts: movesMoney(command) ? moneyAttempts : attempts,
  });
}

function storeDeadline({ tx, conversation }: StoreEffectsOptions, deadline: Deadline): Promise<unknown> {
  const conversationId = conversation.id;
  const { key } = deadline;
  if (deadline.deadline === "set") {
    return setDeadline(tx, { conversationId, key, at: deadline.at, event: deadline.event });
  }
  return key.endsWith(":") ? clearDeadlines(tx, conversationId, key) : clearDeadline(tx, conversationId, key);
}

function storeFact({ tx, conversation, turnId, at }: StoreEffectsOptions, fact: Fact): Promise<unknown> {
  const { applicantId } = conversation;
  switch (fact.fact) {
    case "consent.given":
      return recordConsent(tx, { applicantId, kind: fact.kind, subject: fact.subject, turnId, givenAt: at });
    case "identity.recorded":
      return updateApplicant(tx, applicantId, { maskedName: fact.maskedName, age: fact.age });
    case "card.recorded":
      return updateApplicant(tx, applicantId, { cardBank: fact.bank, cardTail: fact.tail });
    case "persona.chosen":
      return updateApplicant(tx, applicantId, { persona: fact.persona });
    case "reminder.chosen":
      return updateApplicant(tx, applicantId, { reminderDaysBefore: fact.daysBefore });
    case "assessment.made":
      return storeAssessment(tx, applicantId, fact.assessment);
    case "quote.issued":
      return insertQuote(tx, applicantId, fact.quote);
    case "quote.voided":
      return voidQuote(tx, { quoteId: fact.quoteId, reason: fact.reason, at });
    case "loan.signed":
      return signLoan(tx, { quote: fact.quote, applicantId, at }).then(assertSigned);
    case "loan.abandoned":
      return abandonLoan(tx, fact.loanId);
    case "reminder.raised":
      return raiseReminder(tx, {
        loanId: fact.loanId,
        installment: fact.installment,
        stage: fact.stage,
        raisedAt: at,
      }).then(assertUntold);
  }
}

const storeAssessment = (tx: Tx, applicantId: string, assessment: Assessment): Promise<unknown> =>
  Promise.all([insertAssessment(tx, applicantId, assessment), grantLimit(tx, applicantId, assessment)]);

/** Told by another way since this turn was decided: decided anew, it stays silent. */
function assertUntold(raised: boolean): void {
  if (!raised) throw new RolledBack("conflict");
}

function assertSigned(signed: boolean): void {
  if (!signed) throw new Error("a quote was signed that is void, another's, or a loan already");
}
