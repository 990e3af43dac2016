/** Pretended payments: no money moves. What is answered follows from the persona, the amount, the rail and the clock. */
import { createHash } from "node:crypto";
import { shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { exact, toCents } from "../../domain/money/money.ts";
import { arrivalDates, type RailId, railOf } from "../../domain/repayment/rails.ts";
import { type CollectResult, PartnerMisuse, type PaymentsPort } from "../ports.ts";
import { isWorkingDay } from "../working-days.ts";
import type { Persona } from "./personas.ts";
import type { RememberAnswer } from "./remember-answers.ts";

/** For testers: a collection of an amount that ends so is refused for insufficient funds. */
const REFUSED_CENTS = ".44";

/** 信用卡代还 costs 0.1 % to 0.3 %: the sandbox takes the middle. */
const CREDIT_CARD_FEE = "0.002";

/** Shanghai time from which a bank card's money takes two working days instead of one. */
const CUT_OFF = "16:00";

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

/** The arrival and the fee travel in the reference, so that no memory is needed to say what became of it. */
export function processing(options: { key: string; fee: string; arrivesOn: string }): CollectResult {
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

export function sandboxPayments(options: {
  personaFor: (borrowerId: string) => Promise<Persona>;
  remember: RememberAnswer;
}): PaymentsPort {
  const { personaFor, remember } = options;
  return {
    async boundCard(call) {
      return (await personaFor(call.borrowerId)).card;
    },
    payOut: (call) =>
      remember(call.key, async () => {
        if (Date.parse(call.at) >= Date.parse(call.notAfter))
          return { outcome: "refused", reason: "too-late" };
        const { card } = await personaFor(call.borrowerId);
        if (!card && !call.payee) return { outcome: "refused", reason: "card-rejected" };
        return { outcome: "paid", reference: `SBX-OUT-${shortHash(call.key)}` };
      }),
    collect: (call) =>
      remember(call.key, async () => {
        if (call.amount.endsWith(REFUSED_CENTS)) return { outcome: "refused", reason: "insufficient-funds" };
        const { card } = await personaFor(call.borrowerId);
        if (call.rail !== "balance" && !card) return { outcome: "refused", reason: "card-rejected" };
        const fee = feeOf(call);
        const arrivesOn = arrivalDate(call.rail, call.at);
        if (arrivesOn !== undefined) return processing({ key: call.key, fee, arrivesOn });
        return { outcome: "collected", reference: `SBX-IN-${shortHash(call.key)}`, fee };
      }),
    async collection({ reference, at }) {
      const { fee, arrivesOn } = readReference(reference);
      if (shanghaiDate(at) < arrivesOn) return { outcome: "processing", reference, fee, arrivesOn };
      return { outcome: "collected", reference, fee };
    },
  };
}
