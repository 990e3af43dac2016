import type { Context } from "hono";
import { recordAudit } from "../../db/desk/audit.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import type { LiveOptions, LivePermission } from "./live-options.ts";

export interface Deed {
  permission: LivePermission;
  /** As the audit log names it. */
  action: string;
  details: Record<string, unknown>;
}

/** On record before it is done, and also when it is refused. Throws CauseRefused. */
export async function permitted({ jobs, desk }: LiveOptions, c: Context, deed: Deed): Promise<void> {
  const operator = desk.operator(c.req.header("x-operator") || undefined);
  if ("refused" in operator) throw new CauseRefused(steppingRefusals.noOperator(operator.refused));
  const may = operator.may(deed.permission);
  const { action, details } = deed;
  const outcome = may ? "done" : "refused";
  await recordAudit(jobs.database.orm, { operator: operator.name, action, details, outcome });
  if (!may) throw new CauseRefused(steppingRefusals.notPermitted(operator.name, deed.permission));
}
