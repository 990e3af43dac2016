import { Command } from "commander";
import { type AuditRow, listAudit } from "../../db/desk/audit.ts";
import { atDesk } from "../desk/desk.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { type Column, inShanghai, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

interface AuditOptions extends CommonOptions {
  by?: string;
  action?: string;
  limit: number;
}

const columns: Column<AuditRow>[] = [
  { heading: "at (Shanghai)", cell: ({ at }) => inShanghai(at) },
  { heading: "operator", cell: ({ operator }) => operator },
  { heading: "action", cell: ({ action }) => action },
  { heading: "details", cell: ({ details }) => detailWords(details) },
  { heading: "outcome", cell: ({ outcome }) => outcome },
];

const detailWords = (details: AuditRow["details"]): string | null =>
  Object.entries(details as Record<string, unknown>)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ") || null;

export const auditCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("audit"))
    .description("who did what, newest first")
    .option("--by <operator>", "only what this operator did")
    .option("--action <command>", "only this command")
    .option("--limit <n>", "at most so many", wholeNumber(1), 50)
    .action(async ({ json, as, by, action, limit }: AuditOptions) => {
      const details = { ...(by && { by }), ...(action && { action }), limit };
      const task = { terminal, action: "audit", permission: "audit" as const, details, as };
      await atDesk(task, async ({ database }) => {
        const entries = await listAudit(database.orm, { operator: by, action, limit });
        show(terminal, {
          json,
          data: { entries },
          lines: () => [entries.length > 0 ? table(entries, columns) : "Nothing of the kind is on record."],
        });
      });
    });
