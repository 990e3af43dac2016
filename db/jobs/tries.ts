/** How often a job is tried before it is given up. */

/** Half a minute or so. */
export const aFewTries = 4;

/** Four days or so: for money, whose whereabouts must become known. */
export const triesUntilKnown = 25;

/** Seconds from the first try to the last one: after its n-th try graphile-worker waits e^min(10, n) seconds. */
export const secondsTried = (tries: number): number =>
  Array.from({ length: tries - 1 }, (_, index) => Math.exp(Math.min(10, index + 1))).reduce(
    (a, b) => a + b,
    0,
  );
