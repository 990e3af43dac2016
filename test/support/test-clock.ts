import { type Clock, clockAt } from "../../bot/clock.ts";

/** A process's clock that stands still until it is moved. */
export interface TestClock extends Clock {
  moveTo(instant: string): void;
}

export function testClock(instant: string): TestClock {
  let standing = clockAt(instant);
  return {
    now: () => standing.now(),
    aheadMs: () => standing.aheadMs(),
    moveTo: (next) => {
      standing = clockAt(next);
    },
  };
}
