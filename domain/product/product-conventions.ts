/** The conventions that a loan of a product is made with. */
import type { QuotableProduct } from "./catalogue.ts";
import { type ContactDays, houseContactDays, type LoanConventions, type PenaltyRule } from "./conventions.ts";

/**
 * As the product states them, in the shape that quotes are hashed and stored in: what could not be stated before is
 * left out where it is the house's, so that a quote of the same conventions keeps its hash.
 */
export function conventionsOf({ conventions }: Pick<QuotableProduct, "conventions">): LoanConventions {
  const { contactDays, repayment, ...rest } = conventions;
  const penalty = withoutHouseBase(repayment.penalty);
  return {
    ...rest,
    repayment: { ...repayment, penalty },
    ...(contactDays && !areTheHouses(contactDays) && { contactDays }),
  };
}

function withoutHouseBase({ base, ...rule }: PenaltyRule): PenaltyRule {
  return base === undefined || base === "principal" ? rule : { ...rule, base };
}

const areTheHouses = ({ sms, call, letter }: ContactDays): boolean =>
  sms === houseContactDays.sms && call === houseContactDays.call && letter === houseContactDays.letter;
