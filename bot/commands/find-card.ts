import type { CommandResult, CommandScope } from "./command-scope.ts";

export async function findCard({ partners, call }: CommandScope<"findCard">): Promise<CommandResult> {
  const card = await partners.payments.boundCard(call);
  return {
    event: card ? { type: "card.found", bank: card.bank, tail: card.tail } : { type: "card.missing" },
  };
}
