import type { CommandResult, CommandScope } from "./command-scope.ts";

export async function verifyFace({
  command,
  partners,
  call,
}: CommandScope<"verifyFace">): Promise<CommandResult> {
  const { outcome } = await partners.identity.verifyFace(call);
  const { quoteId } = command;
  return { event: { type: outcome === "matched" ? "face.matched" : "face.refused", quoteId } };
}
