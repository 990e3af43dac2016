/** Where an operator's command is carried out: its operator known, the application's rooms open, its doing on record. */
import { newId, systemClock } from "../../bot/clock.ts";
import { type Config, readConfig } from "../../bot/config.ts";
import { type Log, openLog } from "../../bot/log/log.ts";
import type { Rooms } from "../../bot/open-app.ts";
import { type AuditRow, recordAudit } from "../../db/desk/audit.ts";
import { chooseOperator, mayDo, type Operator, type Permission, rolesFor } from "./operators.ts";
import { OpsError } from "./ops-error.ts";
import type { Terminal } from "./terminal.ts";

export interface Desk extends Rooms {
  terminal: Terminal;
  config: Config;
  log: Log;
  operator: Operator;
  /** ISO 8601. */
  now: string;
  newId: () => string;
}

export interface Task {
  terminal: Terminal;
  /** As in the audit log. */
  action: string;
  permission: Permission;
  /** What it is done to and with; nothing personal. */
  details: Readonly<Record<string, unknown>>;
  /** The operator named on the command line. */
  as?: string | undefined;
}

/**
 * Does the work and records it: done, failed, or refused to this operator. Throws what the work throws, OpsError
 * when it is not allowed, ConfigurationError when nothing could be opened.
 */
export async function atDesk(task: Task, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { terminal, action, permission } = task;
  const { operator, local } = chooseOperator(terminal.env, task.as);
  const config = readConfig({ LOG_LEVEL: "warn", ...terminal.env });
  if (local) terminal.complain('No operators are configured: acting as "local", who may do everything.');
  const log = openLog(config.LOG_LEVEL);
  // Loaded when a command is carried out: help, and a command line that is none, are answered without it.
  const { openRooms } = await import("../../bot/open-app.ts");
  const rooms = await openRooms(config, log);
  const record = (outcome: AuditRow["outcome"]): Promise<void> =>
    recordAudit(rooms.database.orm, { operator: operator.name, action, details: task.details, outcome });
  try {
    if (!mayDo(operator, permission)) {
      await record("refused");
      throw new OpsError(`${operator.name} may not do this: it takes the role ${rolesFor(permission)}.`);
    }
    const desk = { ...rooms, terminal, config, log, operator, now: systemClock.now(), newId };
    await work(desk).catch(async (error: unknown) => {
      await record("failed");
      throw error;
    });
    await record("done");
  } finally {
    await rooms.close();
  }
}
