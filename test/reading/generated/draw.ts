/** Draws from a seed: the same seed draws the same. */
export interface Draw {
  /** From `low` to `high`, both among them. */
  whole(low: number, high: number): number;
  of<T>(list: readonly T[]): T;
  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean;
}

/** Mulberry32: a published generator of 32 bits, good enough to pick examples by. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    of(list) {
      const drawn = list[whole(0, list.length - 1)];
      if (drawn === undefined) throw new RangeError("Nothing to draw from");
      return drawn;
    },
    chance: (percent) => next() * 100 < percent,
  };
}
