import { Command } from "commander";
import { readConfig } from "../../bot/config.ts";
import { atDesk } from "../desk/desk.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { show } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";
import { seedDemo } from "../seed-demo/seed-demo.ts";

interface SeedDemoOptions extends CommonOptions {
  loans: number;
}

export const seedDemoCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("seed-demo"))
    .description("made-up borrowers with loans, schedules, payments and chats; never in production")
    .requiredOption("--loans <n>", "how many", wholeNumber(1))
    .action(async ({ json, as, loans }: SeedDemoOptions) => {
      if (readConfig(terminal.env).NODE_ENV === "production")
        throw new OpsError("Demo loans are refused in production.");
      const task = {
        terminal,
        action: "seed-demo",
        permission: "run-the-day" as const,
        details: { loans },
        as,
      };
      await atDesk(task, async ({ database, now, newId }) => {
        const onProgress = (done: number): void => terminal.complain(`${done} of ${loans} loans`);
        await seedDemo(database.orm, { loans, now, newId, onProgress });
        const lines = () => [`${loans} demo loans are there. Next: npm run ops -- close`];
        show(terminal, { json, data: { loans }, lines });
      });
    });
