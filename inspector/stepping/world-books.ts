/** The books of a stepped conversation, for commands to be performed on: its world's plain values. */
import type { CommandBooks } from "../../bot/commands/command-books.ts";
import { CauseRefused, steppingRefusals } from "./refusals.ts";
import type { World } from "./world.ts";

/**
 * `contrary`: as they are where a command is not to ask its partner any more, since the borrower fell into arrears or
 * another repayment is on its way. Throws CauseRefused for what is not in the world.
 */
export const worldBooks = ({ loans, begun }: World, { contrary }: { contrary: boolean }): CommandBooks => ({
  async loan(id) {
    const loan = loans.find((one) => one.id === id);
    if (!loan) throw new CauseRefused(steppingRefusals.noLoan());
    return loan;
  },
  isInArrears: async () => contrary,
  mayDeduct: async () => true,
  async repayment(id) {
    const known = begun.find((one) => one.id === id);
    return known && { ...known, begunAt: known.confirmedAt };
  },
  beginRepayment: async () => (contrary ? "busy" : "begun"),
  refuseRepayment: async () => undefined,
  begin: async () => true,
});
