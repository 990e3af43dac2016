/** "What do you know about me": what is stored, honestly and with nothing in full that is kept masked. */
import { shanghaiDate } from "../../domain/dates.ts";
import { type Loan, loanPosition } from "../../domain/loan.ts";
import { lines, paragraphs, type Scope } from "./stage-view.ts";

export function personalText(scope: Scope): string {
  const { m, context } = scope;
  const { identity, card, privacyAccepted: privacy, creditAuthorised: credit, persona } = context;
  return paragraphs(
    lines(
      m.personal.opening,
      identity ? m.personal.name(identity.maskedName, identity.age) : m.personal.noName,
      card ? m.personal.card(m.words.bank(card.bank), card.tail) : m.personal.noCard,
      m.personal.consents({ privacy, credit }),
      assessmentLine(scope),
      ...(context.loans.length > 0
        ? context.loans.map((loan) => loanLine(scope, loan))
        : [m.personal.noLoans]),
      m.personal.settings({ daysBefore: context.reminderDaysBefore }),
      persona ? m.personal.persona(m.words.persona(persona)) : undefined,
    ),
    m.personal.closing,
  );
}

function assessmentLine({ m, context: { assessment } }: Scope): string {
  if (!assessment) return m.personal.noAssessment;
  return assessment.outcome === "approved"
    ? m.personal.assessment(assessment)
    : m.personal.assessmentRefused(assessment);
}

function loanLine({ m, context }: Scope, loan: Loan): string {
  const { settled, outstandingPrincipal: outstanding } = loanPosition(loan, shanghaiDate(context.at));
  return settled ? m.personal.loanSettled(loan) : m.personal.loan({ ...loan, outstanding });
}
