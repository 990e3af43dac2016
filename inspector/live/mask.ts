/** Who a borrower is, taken out of what a journey remembers: names, cards, numbers and ids. */
import type { JourneyContext } from "../../machines/journey-context.ts";

const hidden = "••••";

/** All but the last characters, so that two can be told apart. */
const ending = (text: string): string => `${hidden}${text.slice(-3)}`;

export function maskContext(context: JourneyContext): JourneyContext {
  const { identity, card, loans, notices } = context;
  return {
    ...context,
    applicantId: ending(context.applicantId),
    identity: identity && { maskedName: hidden, age: 0 },
    card: card && { bank: hidden, tail: hidden },
    loans: loans.map((loan) => ({ ...loan, number: ending(loan.number) })),
    notices: notices.map(maskNotice),
  };
}

function maskNotice(notice: JourneyContext["notices"][number]): JourneyContext["notices"][number] {
  if (notice.kind === "identity-verified") return { ...notice, maskedName: hidden };
  if (notice.kind === "card-found") return { ...notice, bank: hidden, tail: hidden };
  return notice;
}
