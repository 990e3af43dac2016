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
import { grantLimit, insertAssessment } from "../../db/lending/assessments.ts";
import { updateBorrower } from "../../db/lending/borrowers.ts";
import { abandonLoan, signLoan } from "../../db/lending/loans.ts";
import { endPromise, makePromise } from "../../db/lending/promises.ts";
import { insertQuote, voidQuote } from "../../db/lending/quotes.ts";
import { raiseReminder } from "../../db/lending/reminders.ts";
import type { Fact } from "../../machines/effects.ts";
import type { Conversation } from "./conversation.ts";
import { RolledBack } from "./rolled-back.ts";

export interface FactScope {
  tx: Tx;
  conversation: Pick<Conversation, "id" | "borrowerId" | "clockOffsetMs">;
  turnId: string;
  /** The borrower's time. */
  at: string;
}

type Store<Name extends Fact["fact"]> = (
  scope: FactScope & { borrowerId: string },
  fact: Extract<Fact, { fact: Name }>,
) => Promise<unknown>;

const stores: { [Name in Fact["fact"]]: Store<Name> } = {
  "consent.given": ({ tx, borrowerId, turnId, at }, { kind, subject }) =>
    recordConsent(tx, { borrowerId, kind, subject, turnId, givenAt: at }),
  "identity.recorded": ({ tx, borrowerId }, { maskedName, age }) =>
    updateBorrower(tx, borrowerId, { maskedName, age }),
  "card.recorded": ({ tx, borrowerId }, { bank, tail }) =>
    updateBorrower(tx, borrowerId, { cardBank: bank, cardTail: tail }),
  "persona.chosen": ({ tx, borrowerId }, { persona }) => updateBorrower(tx, borrowerId, { persona }),
  "assessment.made": ({ tx, borrowerId }, { assessment }) =>
    Promise.all([insertAssessment(tx, borrowerId, assessment), grantLimit(tx, borrowerId, assessment)]),
  "quote.issued": ({ tx, borrowerId }, { quote }) => insertQuote(tx, borrowerId, quote),
  "quote.voided": ({ tx, at }, { quoteId, reason }) => voidQuote(tx, { quoteId, reason, at }),
  "loan.signed": ({ tx, borrowerId, at }, { quote }) =>
    signLoan(tx, { quote, borrowerId, at }).then(assertSigned),
  "face.verified": ({ tx, borrowerId, turnId, at }, { quoteId }) =>
    recordFaceCheck(tx, { borrowerId, quoteId, turnId, matchedAt: at }),
  "loan.abandoned": ({ tx }, { loanId }) => abandonLoan(tx, loanId),
  "reminder.chosen": ({ tx, borrowerId }, { daysBefore }) =>
    updateBorrower(tx, borrowerId, { reminderDaysBefore: daysBefore }),
  "reminder.hour-chosen": ({ tx, borrowerId }, { hour }) => setReminderHour(tx, borrowerId, hour),
  "reminders.stopped": ({ tx, borrowerId, at }) => stopContacts(tx, borrowerId, at),
  "reminders.resumed": ({ tx, borrowerId }) => resumeContacts(tx, borrowerId),
  "reminder.raised": ({ tx, borrowerId, conversation, at }, { fact: _, ...reminder }) =>
    Promise.all([
      raiseReminder(tx, { ...reminder, raisedAt: at }).then(assertUntold),
      logChatReminder(tx, { ...reminder, borrowerId, at: systemTime(at, conversation) }),
    ]),
  "promise.made": ({ tx, borrowerId }, { promise }) => makePromise(tx, { ...promise, borrowerId }),
  "promise.withdrawn": ({ tx, borrowerId }, { on }) =>
    endPromise(tx, { borrowerId, status: "withdrawn", on }),
  "staff.asked": ({ tx, borrowerId, conversation, turnId, at }, { fact: _, ...asked }) =>
    insertRequest(tx, { turnId, borrowerId, conversationId: conversation.id, askedAt: at, ...asked }),
  "deduction.chosen": ({ tx, borrowerId }, { source }) =>
    updateBorrower(tx, borrowerId, { automaticDeduction: source }),
};

export function storeFact<Name extends Fact["fact"]>(
  scope: FactScope,
  fact: Extract<Fact, { fact: Name }>,
): Promise<unknown> {
  const store: Store<Name> = stores[fact.fact as Name];
  return store({ ...scope, borrowerId: scope.conversation.borrowerId }, fact);
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
