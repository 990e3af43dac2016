import type { Context } from "hono";
import { recordAudit } from "../../db/desk/audit.ts";
import { chooseOperator, mayDo, type Operator, type Permission } from "../../ops/desk/operators.ts";
import { OpsError } from "../../ops/desk/ops-error.ts";
import { CauseRefused, refusals } from "../stepping/refusals.ts";
import type { LiveOptions } from "./live-options.ts";

export interface Deed {
  permission: Permission;
  /** As the audit log names it. */
  action: string;
  details: Record<string, unknown>;
}

/** On record before it is done, and also when it is refused. Throws CauseRefused. */
export async function permitted({ jobs, env }: LiveOptions, c: Context, deed: Deed): Promise<void> {
  const operator = operatorOf(env, c.req.header("x-operator"));
  const may = mayDo(operator, deed.permission);
  const { action, details } = deed;
  const outcome = may ? "done" : "refused";
  await recordAudit(jobs.database.orm, { operator: operator.name, action, details, outcome });
  if (!may) throw new CauseRefused(refusals.notPermitted(operator.name, deed.permission));
}

function operatorOf(env: LiveOptions["env"], named: string | undefined): Operator {
  try {
    return chooseOperator(env, named || undefined).operator;
  } catch (error) {
    if (error instanceof OpsError) throw new CauseRefused(refusals.noOperator(error.message));
    throw error;
  }
}
