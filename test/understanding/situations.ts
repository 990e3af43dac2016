import type { Choice } from "../../bot/messages.ts";
import type { Situation, StateValue } from "../../bot/understanding/replies/situation.ts";
import { houseConventions } from "../../domain/product/conventions.ts";
import { type JourneyContext, noArrangements } from "../../machines/journey-context.ts";

const emptyContext: JourneyContext = {
  borrowerId: "borrower",
  locale: "zh-CN",
  // The rows are in both languages, and not about which one to answer in.
  localeChosen: true,
  sandbox: true,
  persona: null,
  privacyAccepted: true,
  creditAuthorised: false,
  identity: null,
  card: null,
  productId: "weilidai",
  entry: null,
  request: {},
  assessment: null,
  quote: null,
  loans: [],
  processing: [],
  repayment: null,
  reminderDaysBefore: 3,
  arrangements: noArrangements,
  notices: [],
  misses: 0,
  refusal: [],
  at: "2026-02-10T02:00:00.000Z",
};

/** The quote whose hash an acceptance in words must carry. */
export const quotedContext: JourneyContext = {
  ...emptyContext,
  request: { amount: "20000", installments: 10, method: "equal-principal", purpose: "daily" },
  quote: {
    id: "quote",
    hash: "quote-hash",
    productId: "weilidai",
    principal: "20000.00",
    method: "equal-principal",
    installments: 10,
    dailyRate: "0.0004",
    disbursedOn: "2026-02-10",
    conventions: houseConventions,
    annualRate: "0.144",
    schedule: [],
    totalInterest: "0.00",
    totalPayable: "20000.00",
    apr: { simple: "0.14", compounded: "0.15" },
    issuedAt: "2026-02-10T02:00:00.000Z",
    expiresAt: "2026-02-10T02:30:00.000Z",
  },
};

/** A situation from a path such as "quoting.askingTerm". */
export function at(
  path: string,
  context: Partial<JourneyContext> = {},
  shown: readonly Choice[] = [],
): Situation {
  const [stage = "", inner] = path.split(".");
  const value: StateValue = inner === undefined ? stage : { [stage]: inner };
  const whole = { ...emptyContext, ...context };
  return { value, locale: whole.locale, context: whole, shown };
}
