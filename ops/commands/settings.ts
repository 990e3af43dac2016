/** What holds for every operator: looked at by all, changed by a supervisor, on record. */
import { Argument, Command } from "commander";
import {
  changeSetting,
  listSettings,
  type SettingName,
  type SettingRow,
  settingNames,
} from "../../db/desk/settings.ts";
import { atDesk } from "../desk/desk.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { type Column, inShanghai, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

const columns: Column<SettingRow>[] = [
  { heading: "setting", cell: ({ name }) => name },
  { heading: "value", cell: ({ value }) => value, figure: true },
  { heading: "changed by", cell: ({ changedBy }) => changedBy },
  { heading: "at (Shanghai)", cell: ({ changedAt }) => changedAt && inShanghai(changedAt) },
];

export function settingsCommand(terminal: Terminal): Command {
  const command = new Command("settings").description("what holds for every operator: list, set");
  for (const part of [listCommand, setCommand]) command.addCommand(part(terminal));
  return command;
}

const listCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("list"))
    .description("each with its value")
    .action(async ({ json, as }: CommonOptions) => {
      const task = { terminal, action: "settings-list", permission: "look" as const, details: {}, as };
      await atDesk(task, async ({ database }) => {
        const settings = await listSettings(database.orm);
        show(terminal, { json, data: { settings }, lines: () => [table(settings, columns)] });
      });
    });

const setCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("set"))
    .description("changes one for everybody, from now on")
    .addArgument(new Argument("<setting>", "its name").choices(settingNames))
    .argument("<value>", "a whole number", wholeNumber(0))
    .action(async (name: SettingName, value: number, { json, as }: CommonOptions) => {
      const details = { setting: name, value };
      const task = { terminal, action: "settings-set", permission: "change-settings" as const, details, as };
      await atDesk(task, async ({ database, operator, now }) => {
        const before = await changeSetting(database.orm, { name, value, operator: operator.name, now });
        const lines = () => [`${name} is ${value} now; it was ${before}.`];
        show(terminal, { json, data: { ...details, before }, lines });
      });
    });
