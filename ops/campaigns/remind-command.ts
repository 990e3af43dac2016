import { Command, InvalidArgumentError } from "commander";
import { systemClock } from "../../bot/clock.ts";
import type { Audience } from "../../db/campaigns/audience.ts";
import { campaignBacklog } from "../../db/campaigns/campaign-figures.ts";
import {
  type CampaignRow,
  findCampaign,
  findUnfinished,
  type PlannedCampaign,
  planCampaign,
} from "../../db/campaigns/campaigns.ts";
import { readSetting } from "../../db/desk/settings.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { atDesk, type Desk } from "../desk/desk.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, withCommonOptions } from "../desk/options.ts";
import { inShanghai, show } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";
import { sendCampaign } from "./dispatch/send-campaign.ts";
import { type AudienceOptions, audienceOf, withAudienceOptions } from "./plan/audience-options.ts";
import { dryRun } from "./plan/dry-run.ts";
import { campaignReport, campaignReportLines } from "./report/campaign-report.ts";
import { isScheduled, startWords } from "./report/campaign-words.ts";

interface RemindOptions extends CommonOptions, AudienceOptions {
  dryRun?: boolean;
  at?: string;
  detach?: boolean;
}

export const remindCommand = (terminal: Terminal): Command =>
  withCommonOptions(withAudienceOptions(new Command("remind")))
    .description("reminds everybody who is due: each installment and stage once; asked again, it goes on")
    .option("--dry-run", "counts, cost and examples; nothing is sent")
    .option("--at <instant>", "not before this, such as 2026-11-12T09:00:00+08:00", instant)
    .option("--detach", "leave the sending to the workers")
    .action(async (options: RemindOptions) => {
      const audience = audienceOf(options);
      if (options.at !== undefined && options.at <= systemClock.now())
        throw new OpsError(
          `${inShanghai(options.at)} (Shanghai) has passed: name a time to come, or leave --at out to begin now.`,
        );
      const { loanNumbers, ...rest } = audience;
      const details = { ...rest, ...(loanNumbers && { loans: loanNumbers.length }), at: options.at ?? null };
      const task = options.dryRun
        ? { action: "remind-dry-run", permission: "look" as const }
        : { action: "remind", permission: "run-the-day" as const };
      await atDesk({ terminal, ...task, details, as: options.as }, (desk) =>
        options.dryRun ? dryRun(desk, audience, options.json) : remind(desk, audience, options),
      );
    });

function instant(text: string): string {
  const ms = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new InvalidArgumentError("An instant with its offset.");
  return new Date(ms).toISOString();
}

async function remind(desk: Desk, audience: Audience, options: RemindOptions): Promise<void> {
  const { terminal, database } = desk;
  const on = shanghaiDate(desk.now);
  const unfinished = await findUnfinished(database.orm, { audience, on });
  if (unfinished) goOnWith(desk, unfinished, options.at);
  const campaign = unfinished ?? (await plan(desk, audience, options.at));
  if (!campaign) {
    show(terminal, {
      json: options.json,
      data: { campaign: null },
      lines: () => ["There is nobody to remind."],
    });
    return;
  }
  const later = await whyNotNow(desk, campaign, options);
  if (later) terminal.complain(later);
  else await sendCampaign(desk, campaign);
  await report(desk, campaign.id, options.json);
}

/** The same audience of the same day is one campaign: its start is changed by making it anew. */
function goOnWith({ terminal, now }: Desk, campaign: CampaignRow, at: string | undefined): void {
  const { id, startsAt } = campaign;
  const anew = `ops campaigns cancel ${id}, then this command again`;
  if (at !== undefined && at !== startsAt)
    throw new OpsError(
      `Campaign ${id} has this audience already and starts at ${startWords(startsAt)}; nothing was changed. For another start: ${anew}.`,
    );
  if (isScheduled(campaign, now))
    terminal.complain(
      at === undefined
        ? `Campaign ${id} has this audience already. To begin now: ${anew}.`
        : `Campaign ${id} has this audience already.`,
    );
  else terminal.complain(`Campaign ${id} is there already: going on with it.`);
}

async function plan({ database, operator, now, terminal }: Desk, audience: Audience, at: string | undefined) {
  // With nobody configured there is no second operator to ask.
  const approvalAbove = terminal.env["JIEDAO_OPERATORS"]
    ? await readSetting(database.orm, "campaign-approval-above")
    : Number.MAX_SAFE_INTEGER;
  const startsAt = at ?? now;
  return await planCampaign(database.orm, {
    ...{
      audience,
      on: shanghaiDate(now),
      createdBy: operator.name,
      now,
      startsAt,
      approvalAbove,
      aheadMs: 0,
    },
  });
}

async function whyNotNow(
  { database, now }: Desk,
  { id }: Pick<PlannedCampaign, "id">,
  { detach }: RemindOptions,
): Promise<string | undefined> {
  const campaign = await findCampaign(database.orm, id);
  if (!campaign) throw new Error("a campaign that was there is gone");
  const { status, size, startsAt } = campaign;
  if (status === "awaiting-approval")
    return `${size} reminders wait for a second operator: ops campaigns approve ${id} (with all of ${campaign.createdBy}'s campaigns of the day it is more than ${await readSetting(database.orm, "campaign-approval-above")})`;
  if (status === "paused") return `It is paused: ops campaigns resume ${id}`;
  if (isScheduled(campaign, now))
    return `The workers send it: campaign ${id} starts at ${startWords(startsAt)}.`;
  return detach ? "The workers send it." : undefined;
}

async function report({ database, terminal, jobs }: Desk, campaignId: number, json?: boolean): Promise<void> {
  const made = await campaignReport(database.orm, { campaignId, now: jobs.clock.now() });
  const backlog = await campaignBacklog(database.orm, { campaignId, now: jobs.clock.now() });
  const { waitsUntil } = backlog;
  const waiting = waitsUntil
    ? [`${backlog.waiting} wait for ${startWords(waitsUntil)}; the workers send them.`]
    : [];
  show(terminal, {
    json,
    data: { ...made, backlog },
    lines: () => [...campaignReportLines(made), ...waiting],
  });
}
