import { shanghaiDate } from "../../domain/dates.ts";
import { assess as assessApplicant } from "../../domain/eligibility.ts";
import type { CommandResult, CommandScope } from "./command-scope.ts";

/** The journey asks for an assessment only after the applicant has authorised the credit report. */
export async function assess({ command, partners, call }: CommandScope<"assess">): Promise<CommandResult> {
  const facts = await partners.bureau.report(call);
  const assessment = assessApplicant({
    id: call.key,
    product: command.productId,
    facts: { ...facts, creditAuthorised: true },
    on: shanghaiDate(call.at),
  });
  return { event: { type: "assessment.completed", assessment } };
}
