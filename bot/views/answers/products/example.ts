/** What a loan would cost that is not quoted yet: at the borrower's own rate, else at the published range. */
import { compareProducts } from "../../../../domain/disclosure/comparison.ts";
import { limitsGranted } from "../../../../machines/journey/applications.ts";
import { allowedTerms } from "../../../../machines/journey/limits.ts";
import { judgeSlots } from "../../../../machines/journey/request.ts";
import type { LoanExample } from "../../../../machines/message-kinds.ts";
import { percent, yuan } from "../../figures/figures.ts";
import type { Scope } from "../../stage-view.ts";

/** What is not named in the question is taken from the request; what is in neither is asked for. */
export function exampleText(named: LoanExample, { m, context }: Scope): string {
  const { example } = m.products;
  const { amount, installments } = { ...context.request, ...named };
  const terms = allowedTerms(context);
  const judged = judgeSlots({ ...context, request: {} }, { amount, installments });
  const refusal = judged.refusals.find(({ kind }) => kind === "amount-refused" || kind === "term-refused");
  if (refusal?.kind === "amount-refused") return m.notices.amountRefused(refusal);
  if (refusal?.kind === "term-refused") return m.notices.termRefused(refusal);
  if (!amount || !installments) return example.missing({ amount, installments, terms });
  const { productId } = context;
  const offers = Object.fromEntries(limitsGranted(context).map((one) => [one.productId, one.annualRate]));
  const [compared] = compareProducts({ need: { amount, installments }, products: [productId], offers });
  if (!compared?.cost.known) return "";
  const { lowest, highest, offered } = compared.cost;
  const between = (of: "installment" | "totalInterest" | "totalPayable"): string =>
    m.products.range(yuan(lowest[of]), yuan(highest[of]));
  return example.costs({
    ...{ amount, months: installments, own: offered },
    rate: m.products.range(percent(lowest.annualRate), percent(highest.annualRate)),
    ...{ installment: between("installment"), interest: between("totalInterest") },
    total: between("totalPayable"),
  });
}
