/** "不是12期是6期", "not the 5th but the 10th": what is put in another's place corrects, and gives nothing up. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import { productNamed } from "../questions/product-named.ts";
import type { Situation, Understanding } from "../situation.ts";

type Understand = (reading: Reading) => Understanding;
/** The sort of thing that is put in another's place. */
type Sort = NonNullable<NonNullable<Reading["denied"]>["correction"]>["sort"];

const unclear: Understanding = { event: { type: "unclear" } };

/** What a correction says in full, where the stage did not ask for it. */
const inFull: Partial<Record<Sort, Record<"zh" | "en", (said: string) => string>>> = {
  clock: { zh: (said) => `提醒时间改成${said}`, en: (said) => `change the reminder time to ${said}` },
  days: { zh: (said) => `提醒我${said}`, en: (said) => `remind me ${said}` },
  day: { zh: (said) => `${said}还`, en: (said) => `i will pay ${said}` },
};

/** `understand`: how what is left of a message is understood. Absent where nothing is denied. */
export function readCorrection(
  reading: Reading,
  situation: Situation,
  understand: Understand,
): Understanding | undefined {
  const { path } = situation;
  const { denied } = reading;
  if (denied === undefined) return undefined;
  const { correction, alone } = denied;
  if (correction !== undefined)
    return corrected(reading.part(correction.text), correction.sort, situation, understand);
  if (alone === undefined || !fills.test(path)) return undefined;
  if (alone === "amount" && path.startsWith("repaying."))
    return { event: { type: "repay.kind", kind: "partial" } };
  return { event: { type: alone === "term" ? "term.change" : "amount.change" } };
}

/** Where sums and terms are filled in or decided upon. */
const fills = /^(?:checkingEligibility|quoting|confirming|repaying)\./;

/** An answer to what is asked here; else what it means in full, offered. */
function corrected(rest: Reading, sort: Sort, situation: Situation, understand: Understand): Understanding {
  const here = givingNothingUp(understand(rest));
  const { type } = here.event;
  if (type !== "unclear" && type !== "ask" && type !== "locate") return here;
  if (sort === "rail") return { event: { type: "ask", topic: "repay-manual-how" } };
  const product = sort === "product" ? productNamed(rest.text) : undefined;
  if (product !== undefined) return { event: { type: "product.choose", product } };
  const whole = inFull[sort]?.[rest.script](rest.text);
  return whole === undefined ? here : offered(understand(rest.part(whole)), situation);
}

function givingNothingUp(read: Understanding): Understanding {
  if (read.event.type === "cancel") return unclear;
  const { alternatives, ...rest } = read;
  const kept = alternatives?.filter(({ type }) => type !== "cancel");
  return kept === undefined || kept.length === 0 ? rest : { ...rest, alternatives: kept };
}

const arranges = /^(?:reminder\.|promise\.make$)/;

/** A day that was promised is moved; anything else is a button. */
function offered({ event, alternatives = [] }: Understanding, { context }: Situation): Understanding {
  const offers = [event, ...alternatives].filter(({ type }) => arranges.test(type));
  const promise = offers.find((one): one is JourneyEvent => one.type === "promise.make");
  if (promise && context.arrangements.promise) return { event: promise };
  return offers.length === 0 ? unclear : { ...unclear, alternatives: offers };
}
