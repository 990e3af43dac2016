import { triesUntilKnown } from "../../db/jobs/tries.ts";

/** Of every command that moves money: it is asked after until the answer is known, and the borrower is told once. */
export const moneyCommand = {
  movesMoney: true,
  tries: triesUntilKnown,
  patience: { after: 3, event: "command.failed" },
} as const;
