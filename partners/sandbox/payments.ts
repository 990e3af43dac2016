/** Pretended payments: no money moves. What is answered follows from the persona, the amount, the rail and the clock. */
import { createHash } from "node:crypto";
import { addDays, shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { exact, toCents } from "../../domain/money/money.ts";
import { arrivalDates, type RailId, railOf } from "../../domain/repayment/rails.ts";
import type { NamedAnswer } from "../operations.ts";
import { PartnerMisuse } from "../ports.ts";
import { isWorkingDay } from "../working-days.ts";
import type { Behaviour } from "./behaviour.ts";
import { findPersona } from "./personas.ts";

/** For testers: a collection of an amount that ends so is refused for insufficient funds. */
const REFUSED_CENTS = ".44";

/** 信用卡代还 costs 0.1 % to 0.3 %: the sandbox takes the middle. */
const CREDIT_CARD_FEE = "0.002";

/** Shanghai time from which a bank card's money takes two working days instead of one. */
const CUT_OFF = "16:00";

/** In references, so that the same key has the same one. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** The rail's first day of arrival, or its last from the cut-off on; undefined: at once. */
function arrivalDate(id: RailId, at: string): string | undefined {
  const rail = railOf(id);
  if (rail.arrival.kind === "at-once") return undefined;
  const today = shanghaiDate(at);
  const { earliest, latest } = arrivalDates(rail, today, isWorkingDay);
  return Date.parse(at) < Date.parse(startOfDayInShanghai(today, CUT_OFF)) ? earliest : latest;
}

function feeOf({ rail, amount, maximumFee }: { rail: RailId; amount: string; maximumFee: string }): string {
  const fee = toCents(exact(amount).times(rail === "credit-card" ? CREDIT_CARD_FEE : 0), "half-up");
  if (exact(fee).gt(maximumFee)) throw new PartnerMisuse("the rail costs more than was agreed to");
  return fee;
}

type Processing = NamedAnswer<"collect", "processing">;

/** The arrival and the fee travel in the reference, so that no memory is needed to say what became of it. */
function processing(options: { key: string; fee: string; arrivesOn: string }): Processing {
  const { key, fee, arrivesOn } = options;
  const reference = `SBX-${arrivesOn.replaceAll("-", "")}-${fee.replace(".", "")}-${shortHash(key)}`;
  return { outcome: "processing", reference, fee, arrivesOn };
}

function readReference(reference: string): { fee: string; arrivesOn: string } {
  const match = /^SBX-(\d{4})(\d{2})(\d{2})-(\d+)(\d{2})-[0-9a-f]{12}$/.exec(reference);
  if (!match) throw new PartnerMisuse("the sandbox knows no collection of that reference");
  const [, year, month, day, yuan, cents] = match;
  return { fee: `${yuan}.${cents}`, arrivesOn: `${year}-${month}-${day}` };
}

const tomorrow = (at: string): string => addDays(shanghaiDate(at), 1);

/** Where a persona has no card, the ordinary one's is found when a tester wants one found. */
export const findCard: Behaviour<"findCard"> = {
  picks: ({ borrower }) => (borrower.card ? "found" : "missing"),
  gives: { found: ({ borrower }) => ({ card: borrower.card ?? findPersona(null).card ?? noBank }) },
};

const noBank = { bank: "招商银行", tail: "0000" };

export const payOut: Behaviour<"payOut"> = {
  picks({ request, borrower }) {
    if (Date.parse(request.at) >= Date.parse(request.notAfter)) return "too-late";
    return borrower.card || request.payee ? "paid" : "card-rejected";
  },
  gives: {
    paid: ({ request }) => ({ outcome: "paid", reference: `SBX-OUT-${shortHash(request.key)}` }),
  },
};

export const collect: Behaviour<"collect"> = {
  picks({ request, borrower }) {
    if (request.amount.endsWith(REFUSED_CENTS)) return "insufficient-funds";
    if (request.rail !== "balance" && !borrower.card) return "card-rejected";
    return arrivalDate(request.rail, request.at) === undefined ? "collected" : "processing";
  },
  gives: {
    collected: ({ request }) => ({
      outcome: "collected",
      reference: `SBX-IN-${shortHash(request.key)}`,
      fee: feeOf(request),
    }),
    processing: ({ request }) => {
      const arrivesOn = arrivalDate(request.rail, request.at) ?? tomorrow(request.at);
      return processing({ key: request.key, fee: feeOf(request), arrivesOn });
    },
  },
};

export const checkCollection: Behaviour<"checkCollection"> = {
  picks: ({ request }) =>
    shanghaiDate(request.at) < readReference(request.reference).arrivesOn ? "processing" : "collected",
  gives: {
    collected: ({ request: { reference } }) => ({
      outcome: "collected",
      reference,
      fee: readReference(reference).fee,
    }),
    processing: ({ request: { reference, at, key } }) => {
      const { fee, arrivesOn } = readReference(reference);
      if (shanghaiDate(at) < arrivesOn) return { outcome: "processing", reference, fee, arrivesOn };
      return processing({ key, fee, arrivesOn: tomorrow(at) });
    },
  },
};
