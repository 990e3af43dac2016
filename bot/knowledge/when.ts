/** Some conditions of the borrower's case together, by their names: each holds, or with "not" before it does not. */
export type When = readonly { readonly condition: string; readonly holds: boolean }[];

/** "has-loan and not deduction-on". */
export const whenOf = (text: string): When =>
  text.split(" and ").map((part) => {
    const negated = part.startsWith("not ");
    return { condition: (negated ? part.slice(4) : part).trim(), holds: !negated };
  });
