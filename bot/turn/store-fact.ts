/** Writes a fact in the turn's own transaction; the database keeps it whatever becomes of the conversation. */

import type { Tx } from "../../db/connection/connection.ts";
import { recordConsent } from "../../db/conversation/consents.ts";
import {
  logChatReminder,
  resumeContacts,
  setReminderHour,
  stopContacts,
} from "../../db/conversation/contacts.ts";
import { recordFaceCheck } from "../../db/conversation/face-checks.ts";
import { insertRequest } from "../../db/desk/staff-requests.ts";
import { updateApplicant } from "../../db/lending/applicants.ts";
import { grantLimit, insertAssessment } from "../../db/lending/assessments.ts";
import { abandonLoan, signLoan } from "../../db/lending/loans.ts";
import { endPromise, makePromise } from "../../db/lending/promises.ts";
import { insertQuote, voidQuote } from "../../db/lending/quotes.ts";
import { raiseReminder } from "../../db/lending/reminders.ts";
import type { Fact } from "../../machines/effects.ts";
import type { Conversation } from "./conversation.ts";
import { RolledBack } from "./rolled-back.ts";

export interface FactScope {
  tx: Tx;
  conversation: Pick<Conversation, "id" | "applicantId" | "clockOffsetMs">;
  turnId: string;
  /** The borrower's time. */
  at: string;
}

type Store<Name extends Fact["fact"]> = (
  scope: FactScope & { applicantId: string },
  fact: Extract<Fact, { fact: Name }>,
) => Promise<unknown>;

const stores: { [Name in Fact["fact"]]: Store<Name> } = {
  "consent.given": ({ tx, applicantId, turnId, at }, { kind, subject }) =>
    recordConsent(tx, { applicantId, kind, subject, turnId, givenAt: at }),
  "identity.recorded": ({ tx, applicantId }, { maskedName, age }) =>
    updateApplicant(tx, applicantId, { maskedName, age }),
  "card.recorded": ({ tx, applicantId }, { bank, tail }) =>
    updateApplicant(tx, applicantId, { cardBank: bank, cardTail: tail }),
  "persona.chosen": ({ tx, applicantId }, { persona }) => updateApplicant(tx, applicantId, { persona }),
  "assessment.made": ({ tx, applicantId }, { assessment }) =>
    Promise.all([insertAssessment(tx, applicantId, assessment), grantLimit(tx, applicantId, assessment)]),
  "quote.issued": ({ tx, applicantId }, { quote }) => insertQuote(tx, applicantId, quote),
  "quote.voided": ({ tx, at }, { quoteId, reason }) => voidQuote(tx, { quoteId, reason, at }),
  "loan.signed": ({ tx, applicantId, at }, { quote }) =>
    signLoan(tx, { quote, applicantId, at }).then(assertSigned),
  "face.verified": ({ tx, applicantId, turnId, at }, { quoteId }) =>
    recordFaceCheck(tx, { applicantId, quoteId, turnId, matchedAt: at }),
  "loan.abandoned": ({ tx }, { loanId }) => abandonLoan(tx, loanId),
  "reminder.chosen": ({ tx, applicantId }, { daysBefore }) =>
    updateApplicant(tx, applicantId, { reminderDaysBefore: daysBefore }),
  "reminder.hour-chosen": ({ tx, applicantId }, { hour }) => setReminderHour(tx, applicantId, hour),
  "reminders.stopped": ({ tx, applicantId, at }) => stopContacts(tx, applicantId, at),
  "reminders.resumed": ({ tx, applicantId }) => resumeContacts(tx, applicantId),
  "reminder.raised": ({ tx, applicantId, conversation, at }, { fact: _, ...reminder }) =>
    Promise.all([
      raiseReminder(tx, { ...reminder, raisedAt: at }).then(assertUntold),
      logChatReminder(tx, { ...reminder, applicantId, at: systemTime(at, conversation) }),
    ]),
  "promise.made": ({ tx, applicantId }, { promise }) => makePromise(tx, { ...promise, applicantId }),
  "promise.withdrawn": ({ tx, applicantId }, { on }) =>
    endPromise(tx, { applicantId, status: "withdrawn", on }),
  "staff.asked": ({ tx, applicantId, conversation, turnId, at }, { fact: _, ...asked }) =>
    insertRequest(tx, { turnId, applicantId, conversationId: conversation.id, askedAt: at, ...asked }),
  "deduction.chosen": ({ tx, applicantId }, { source }) =>
    updateApplicant(tx, applicantId, { automaticDeduction: source }),
};

export function storeFact<Name extends Fact["fact"]>(
  scope: FactScope,
  fact: Extract<Fact, { fact: Name }>,
): Promise<unknown> {
  const store: Store<Name> = stores[fact.fact as Name];
  return store({ ...scope, applicantId: scope.conversation.applicantId }, fact);
}

/** The log counts days by the system's clock; in the sandbox a borrower's runs ahead of it. */
const systemTime = (at: string, { clockOffsetMs }: Pick<Conversation, "clockOffsetMs">): string =>
  new Date(Date.parse(at) - clockOffsetMs).toISOString();

/** Told by another way since this turn was decided: decided anew, it stays silent. */
function assertUntold(raised: boolean): void {
  if (!raised) throw new RolledBack("conflict");
}

function assertSigned(signed: boolean): void {
  if (!signed) throw new Error("a quote was signed that is void, another's, or a loan already");
}
