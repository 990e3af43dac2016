import type { CommandResult, CommandScope } from "./command-scope.ts";

export async function verifyName({ partners, call }: CommandScope<"verifyName">): Promise<CommandResult> {
  const result = await partners.identity.verifyName(call);
  if (result.outcome === "refused") return { event: { type: "identity.refused", reason: result.reason } };
  return { event: { type: "identity.verified", maskedName: result.maskedName, age: result.age } };
}
