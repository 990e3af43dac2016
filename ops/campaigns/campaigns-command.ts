import { Command } from "commander";
import {
  approveCampaign,
  type CampaignChange,
  type CampaignRow,
  cancelCampaign,
  findCampaign,
  listCampaigns,
  pauseCampaign,
  resumeCampaign,
} from "../../db/campaigns/campaigns.ts";
import { atDesk, type Desk } from "../desk/desk.ts";
import type { Permission } from "../desk/operators.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { type Column, inShanghai, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";
import { campaignReport, campaignReportLines, reportCsv } from "./report/campaign-report.ts";
import { shownStatus } from "./report/campaign-words.ts";
import { previewReminders } from "./texts/preview-reminders.ts";

type Shown = Omit<CampaignRow, "status"> & { status: string };

const columns: Column<Shown>[] = [
  { heading: "no.", cell: ({ id }) => id, figure: true },
  { heading: "status", cell: ({ status }) => status },
  { heading: "date\nstart (Shanghai)", cell: ({ on, startsAt }) => `${on}\n${inShanghai(startsAt)}` },
  { heading: "reminders", cell: ({ size }) => size, figure: true },
  {
    heading: "by\napproved by",
    cell: ({ createdBy, approvedBy }) => [createdBy, ...(approvedBy ? [approvedBy] : [])].join("\n"),
  },
  { heading: "audience", cell: ({ audience }) => audienceWords(audience) },
];

export function campaignsCommand(terminal: Terminal): Command {
  const command = new Command("campaigns").description(
    "bulk reminders: list, approve, pause, resume, cancel, report",
  );
  const parts = [listCommand, reportCommand, previewCommand, ...steps.map((step) => stepCommand(step))];
  for (const part of parts) command.addCommand(part(terminal));
  return command;
}

const listCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("list"))
    .description("the latest first")
    .option("--limit <n>", "at most so many", wholeNumber(1), 20)
    .action(async ({ json, as, limit }: CommonOptions & { limit: number }) => {
      const task = {
        terminal,
        action: "campaigns-list",
        permission: "look" as const,
        details: { limit },
        as,
      };
      await atDesk(task, async ({ database, now }) => {
        const found = await listCampaigns(database.orm, limit);
        const campaigns = found.map((one): Shown => ({ ...one, status: shownStatus(one, now) }));
        const lines = () => [campaigns.length > 0 ? table(campaigns, columns) : "No campaign yet."];
        show(terminal, { json, data: { campaigns }, lines });
      });
    });

const reportCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("report"))
    .description("what became of it, as a table, as JSON, or as CSV with every reminder")
    .argument("<campaign>", "its number", wholeNumber(1))
    .option("--csv", "every reminder, a line each")
    .action(async (campaign: number, { json, as, csv }: CommonOptions & { csv?: boolean }) => {
      if (json && csv) throw new OpsError("Either --json or --csv.");
      const task = {
        terminal,
        action: "campaigns-report",
        permission: "look" as const,
        details: { campaign },
        as,
      };
      await atDesk(task, async ({ database, now }) => {
        const report = await campaignReport(database.orm, { campaignId: campaign, now });
        if (csv) terminal.print(await reportCsv(database.orm, campaign));
        else show(terminal, { json, data: report, lines: () => campaignReportLines(report) });
      });
    });

const previewCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("preview"))
    .description("every template in both languages, checked: figures filled, language, length")
    .action(async ({ json, as }: CommonOptions) => {
      const task = { terminal, action: "campaigns-preview", permission: "look" as const, details: {}, as };
      await atDesk(task, async ({ jobs }) => {
        const previews = previewReminders(jobs.partners.pretended);
        const lines = () =>
          previews.flatMap(({ stage, locale, channel, text, length, faults }) => [
            `-- ${stage}, ${locale}, ${channel}, ${length} characters: ${faults.join(", ") || "fine"}`,
            ...[text, ""],
          ]);
        show(terminal, { json, data: { previews }, lines });
        if (previews.some(({ faults }) => faults.length > 0))
          throw new OpsError("Some templates have faults.");
      });
    });

interface Step {
  name: string;
  description: string;
  permission: Permission;
  take: (desk: Desk, change: CampaignChange) => Promise<boolean>;
  /** When it gave false. */
  refused: string;
}

const steps: readonly Step[] = [
  {
    ...{ name: "approve", description: "a second operator lets it begin", permission: "approve" as const },
    take: ({ database }, change) => approveCampaign(database.orm, change),
    refused: "does not wait for approval, or is your own",
  },
  {
    ...{
      name: "pause",
      description: "nothing more goes out until it is resumed",
      permission: "pause" as const,
    },
    take: ({ database }, { campaignId }) => pauseCampaign(database.orm, campaignId),
    refused: "is not running",
  },
  {
    ...{ name: "resume", description: "goes on where it was paused", permission: "run-the-day" as const },
    take: ({ database }, change) => resumeCampaign(database.orm, change),
    refused: "is not paused",
  },
  {
    ...{
      name: "cancel",
      description: "ends it; what was not sent stays to be sent",
      permission: "cancel" as const,
    },
    take: ({ database }, change) => cancelCampaign(database.orm, change),
    refused: "has ended",
  },
];

const stepCommand =
  ({ name, description, permission, take, refused }: Step) =>
  (terminal: Terminal): Command =>
    withCommonOptions(new Command(name))
      .description(description)
      .argument("<campaign>", "its number", wholeNumber(1))
      .action(async (campaignId: number, { json, as }: CommonOptions) => {
        const details = { campaign: campaignId };
        await atDesk({ terminal, action: `campaigns-${name}`, permission, details, as }, async (desk) => {
          const change = { campaignId, operator: desk.operator.name, now: desk.now, aheadMs: 0 };
          const taken = await take(desk, change);
          const campaign = await findCampaign(desk.database.orm, campaignId);
          if (!campaign) throw new OpsError(`There is no campaign ${campaignId}.`);
          if (!taken) throw new OpsError(`Campaign ${campaignId} ${refused}.`);
          show(terminal, {
            json,
            data: { campaign },
            lines: () => [`Campaign ${campaignId} is ${shownStatus(campaign, desk.now)}.`],
          });
        });
      });

function audienceWords({ dueWithinDays, product, stage, loanNumbers }: CampaignRow["audience"]): string {
  const words = [
    dueWithinDays !== undefined && `due within ${dueWithinDays} days`,
    product,
    stage,
    loanNumbers && `${loanNumbers.length} loans`,
  ];
  return words.filter(Boolean).join(", ");
}
