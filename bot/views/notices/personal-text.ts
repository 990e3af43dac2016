/** "What do you know about me": what is stored, honestly and with nothing in full that is kept masked. */
import { nameIn } from "../../../domain/language/local-name.ts";
import { findProduct } from "../../../domain/product/catalogue.ts";
import { assessmentsOf } from "../../../machines/journey/applications.ts";
import { lines, paragraphs, type Scope } from "../stage-view.ts";
import { arrangementLines } from "./arrangement-texts.ts";

export function personalText(scope: Scope): string {
  const { m, context } = scope;
  const { identity, card, privacyAccepted: privacy, creditAuthorised: credit, persona } = context;
  return paragraphs(
    lines(
      m.personal.opening,
      identity ? m.personal.name(identity.maskedName, identity.age) : m.personal.noName,
      card ? m.personal.card(m.words.bank(card.bank), card.tail) : m.personal.noCard,
      m.personal.consents({ privacy, credit }),
      ...assessmentLines(scope),
      context.means && m.personal.means(context.means),
      ...loanLines(scope),
      m.personal.settings({ daysBefore: context.reminderDaysBefore }),
      ...arrangementLines(scope),
      persona ? m.personal.persona(m.words.persona(persona)) : undefined,
    ),
    m.personal.closing,
  );
}

function assessmentLines({ m, context, locale }: Scope): string[] {
  const told = assessmentsOf(context).map((assessment) => {
    const named = { ...assessment, product: nameIn(findProduct(assessment.productId).name, locale) };
    return named.outcome === "approved" ? m.personal.assessment(named) : m.personal.assessmentRefused(named);
  });
  return told.length > 0 ? told : [m.personal.noAssessment];
}

function loanLines({ m, loanPositions }: Scope): string[] {
  const told = loanPositions().map(({ loan, position: { settled, outstandingPrincipal: outstanding } }) =>
    settled ? m.personal.loanSettled(loan) : m.personal.loan({ ...loan, outstanding }),
  );
  return told.length > 0 ? told : [m.personal.noLoans];
}
