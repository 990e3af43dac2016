/** What a shopper pays at the checkout themselves, in yuan or as a share of the cart: the rest is what the loan pays. */
import { exact, toCents } from "../../../domain/money/money.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { borrowed, roughly } from "../../reading/figures/figure-words.ts";
import type { Quantity } from "../../reading/quantities/quantity.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation, Understanding } from "../situation.ts";

const named =
  /首付|头款|首款|[定订]金|预付|自付|自掏|(?:自己|我|先|现)+付|\b(?:down ?payment|deposit|down|up ?front|myself|out of (?:my own )?pocket)\b/;
const nothing =
  /(?:零|(?<!\d)0|不要?付?|没有?|免)首付|\b(?:no (?:down ?payment|deposit)|(?:nothing|zero) (?:down|up ?front))\b/;
/** 三分之一, "a third": no figure of yuan. */
const partOf = /(?<!百)分之|\b(?:third|quarter|fifth|tenth)s?\b/;
/** 三成, 两成半. */
const tenths = /^成(半)?/;
/** Where a purchase is being financed. */
const applying = /^(?:checkingEligibility|quoting|confirming)\./;

/** Absent where no cart is financed, or nothing is said of a down payment. */
export function readDownPayment(reading: Reading, { path, context }: Situation): Understanding | undefined {
  const { purchase } = context;
  if (!purchase || !applying.test(path)) return undefined;
  const { text } = reading;
  if (nothing.test(text)) return { event: { type: "provide", downPayment: "0" } };
  const word = named.exec(text);
  if (!word) return undefined;
  // A part of the cart is not read as a sum: the loan's amount is asked for.
  if (partOf.test(text)) return { event: { type: "amount.change" } };
  const { quantities } = reading;
  const nearest = nearestTo(word.index, word.index + word[0].length, quantities.filter(isSumOrShare));
  if (!nearest) return undefined;
  const others = quantities.filter((one) => one !== nearest);
  const before = text.slice(0, nearest.start).trimEnd();
  const exactly = !["vague", "range"].includes(nearest.kind) && !roughly.test(before);
  const loans = others.filter(({ start }) => borrowed.test(text.slice(0, start)));
  const { amount: cart } = purchase;
  return understood({ sums: sumsOf(nearest, text, cart), exactly, others, loans: sumsOfAll(loans), cart });
}

const isSumOrShare = ({ kind }: Quantity): boolean =>
  ["amount", "number", "percent", "multiple", "vague", "range"].includes(kind);

function nearestTo(start: number, end: number, quantities: readonly Quantity[]): Quantity | undefined {
  const distance = (one: Quantity): number => (one.start >= end ? one.start - end : start - one.end);
  return [...quantities].sort((a, b) => distance(a) - distance(b))[0];
}

/** One where it is exact; those that were named where it is not. */
function sumsOf(quantity: Quantity, text: string, cart: string): string[] {
  const shareOf = (share: string): string[] => [toCents(exact(cart).times(share), "half-up")];
  switch (quantity.kind) {
    case "percent":
      return shareOf(exact(quantity.value).div(100).toFixed());
    case "multiple":
      return shareOf(quantity.factor);
    case "range":
      return [quantity.low, quantity.high];
    case "vague":
      return quantity.around === undefined ? [] : [quantity.around];
    case "number": {
      const share = tenths.exec(text.slice(quantity.end));
      if (!share) return [quantity.value];
      return shareOf(
        exact(quantity.value)
          .plus(share[1] ? "0.5" : 0)
          .div(10)
          .toFixed(),
      );
    }
    default:
      return quantity.kind === "amount" ? [quantity.value] : [];
  }
}

const sumsOfAll = (quantities: readonly Quantity[]): string[] =>
  quantities.flatMap((one) => (one.kind === "amount" || one.kind === "number" ? [one.value] : []));

interface Said {
  sums: readonly string[];
  exactly: boolean;
  others: readonly Quantity[];
  /** Sums that are said to be borrowed. */
  loans: readonly string[];
  cart: string;
}

/** What is said roughly, or contradicted by another sum beside it, is asked back: as the loans that it would make. */
function understood({ sums, exactly, others, loans, cart }: Said): Understanding | undefined {
  const [downPayment] = sums;
  if (downPayment === undefined) return undefined;
  const term = others.find(({ kind }) => kind === "term");
  const installments = term?.kind === "term" ? { installments: term.months } : {};
  const financed = sums.map((sum) => exact(cart).minus(sum).toFixed());
  const amounts = [...new Set([...financed, ...loans])];
  if (exactly && amounts.length === 1) return { event: { type: "provide", downPayment, ...installments } };
  return {
    event: { type: "unclear" },
    alternatives: amounts.map((amount): JourneyEvent => ({ type: "provide", amount, ...installments })),
  };
}
