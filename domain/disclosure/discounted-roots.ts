/**
 * All rates at which flows, discounted, are worth nothing. They are looked for as the discount factor of a unit of
 * time, in which a present value is a polynomial. By Descartes' rule of signs it has as many positive roots as its flows
 * have changes of sign, or fewer by an even number; as in its proof, one change after the other is taken out by a
 * slope, so that no root is missed.
 */
import type { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import { rootBetween, type Slope } from "./rate-search.ts";

export interface TimedFlow {
  amount: Decimal;
  /** Whole units of time from any beginning; in any order. */
  time: number;
}

/** 1 / (1 + rate) of each rate, ascending; none when the flows never change sign. */
export function discountsAtZero(flows: readonly TimedFlow[]): Decimal[] {
  return rootsOf(gathered(flows));
}

/** One flow a time, in the order of time, without those of nothing. */
function gathered(flows: readonly TimedFlow[]): TimedFlow[] {
  const amounts = new Map<number, Decimal>();
  for (const { amount, time } of flows) amounts.set(time, amount.plus(amounts.get(time) ?? 0));
  return [...amounts]
    .map(([time, amount]) => ({ time, amount }))
    .filter(({ amount }) => !amount.isZero())
    .toSorted((a, b) => a.time - b.time);
}

/** Between two neighbouring turning points lies one root where the signs there differ, and none where they do not. */
function rootsOf(flows: readonly TimedFlow[]): Decimal[] {
  const change = flows.findIndex(({ amount }, index) => index > 0 && amount.s !== flows[index - 1]?.amount.s);
  if (change === -1) return [];
  const turns = turningPoints(flows, change);
  const ends = { from: beyond(flows, turns[0], "below"), to: beyond(flows, turns.at(-1), "above") };
  const points = [ends.from, ...turns, ends.to].map((at) => ({ at, sign: signAt(flows, at) }));
  return points.flatMap(({ at, sign }, index) => {
    if (sign === 0) return [at];
    const before = points[index - 1];
    if (!before || before.sign * sign >= 0) return [];
    return [rootBetween((discount) => worth(flows, discount), before.at, at, before.at.times("1e-18"))];
  });
}

/**
 * Where the present value, seen from the middle of the change of sign before flow `change`, has no slope: the slope's
 * flows change their sign once less.
 */
function turningPoints(flows: readonly TimedFlow[], change: number): Decimal[] {
  const middle = ((flows[change - 1]?.time ?? 0) + (flows[change]?.time ?? 0)) / 2;
  return rootsOf(flows.map(({ amount, time }) => ({ time, amount: amount.times(time - middle) })));
}

/** A point beyond which nothing more is found: near zero the first flow alone decides, far out the last. */
function beyond(
  flows: readonly TimedFlow[],
  outermost: Decimal | undefined,
  side: "below" | "above",
): Decimal {
  const deciding = (side === "below" ? flows[0] : flows.at(-1))?.amount.s;
  for (let step = 1; ; step *= 2) {
    const at = exact(2)
      .pow(side === "below" ? -step : step)
      .times(outermost ?? 1);
    if (signAt(flows, at) === deciding) return at;
  }
}

/** What rounding leaves of a present value that only touches zero, as a share of the flows in it. */
const NEXT_TO_NOTHING = "1e-20";

function signAt(flows: readonly TimedFlow[], discount: Decimal): number {
  const { value, size } = worth(flows, discount);
  return value.abs().lessThanOrEqualTo(size.times(NEXT_TO_NOTHING)) ? 0 : value.s;
}

/** Present value at the time of the first flow, its slope, and the sum of the values without their signs. */
function worth(flows: readonly TimedFlow[], discount: Decimal): Slope & { size: Decimal } {
  const factors = new Map<number, Decimal>();
  let [value, slope, size, factor] = [exact(0), exact(0), exact(0), exact(1)];
  for (const [index, { amount, time }] of flows.entries()) {
    const gap = time - (flows[index - 1]?.time ?? time);
    const growth = factors.get(gap) ?? discount.pow(gap);
    factors.set(gap, growth);
    factor = factor.times(growth);
    const present = amount.times(factor);
    value = value.plus(present);
    slope = slope.plus(present.times(time - (flows[0]?.time ?? 0)));
    size = size.plus(present.abs());
  }
  return { value, derivative: slope.div(discount), size };
}
