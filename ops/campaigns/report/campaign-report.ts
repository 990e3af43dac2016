/** What became of a campaign: as a table, as JSON, as CSV. */
import {
  campaignLines,
  campaignOutcomes,
  type DispatchLine,
  type OutcomeCount,
} from "../../../db/campaigns/campaign-figures.ts";
import { type CampaignRow, findCampaign } from "../../../db/campaigns/campaigns.ts";
import type { Queryable } from "../../../db/connection/connection.ts";
import { OpsError } from "../../desk/ops-error.ts";
import { type Column, inShanghai, table } from "../../desk/show.ts";
import { shownStatus } from "./campaign-words.ts";

export interface CampaignReport {
  /** Its status as shown: `scheduled` before its start. */
  campaign: Omit<CampaignRow, "status"> & { status: string };
  outcomes: OutcomeCount[];
  /** Those that did not reach the borrower, or not by chat. */
  exceptions: DispatchLine[];
}

const worthALook = ["failed", "unreachable", "unknown"];

/** Throws OpsError when there is none of that number. */
export async function campaignReport(
  q: Queryable,
  { campaignId, now }: { campaignId: number; now: string },
): Promise<CampaignReport> {
  const campaign = await findCampaign(q, campaignId);
  if (!campaign) throw new OpsError(`There is no campaign ${campaignId}.`);
  const [outcomes, exceptions] = await Promise.all([
    campaignOutcomes(q, campaignId),
    campaignLines(q, campaignId, worthALook),
  ]);
  return { campaign: { ...campaign, status: shownStatus(campaign, now) }, outcomes, exceptions };
}

const outcomeColumns: Column<OutcomeCount>[] = [
  { heading: "outcome", cell: ({ status }) => status },
  { heading: "by", cell: ({ channel }) => channel },
  { heading: "reason", cell: ({ reason }) => reason },
  { heading: "reminders", cell: ({ count }) => count, figure: true },
];

const exceptionColumns: Column<DispatchLine>[] = [
  {
    heading: "loan/installment\nstage",
    cell: ({ loan, installment, stage }) => `${loan}/${installment}\n${stage}`,
  },
  { heading: "outcome\nby", cell: ({ status, channel }) => `${status}\n${channel ?? "–"}` },
  { heading: "reason", cell: ({ reason }) => reason },
  { heading: "tries", cell: ({ attempts }) => attempts, figure: true },
  { heading: "at (Shanghai)", cell: ({ at }) => at && inShanghai(at) },
];

/** Of the CSV. */
const lineColumns: Column<DispatchLine>[] = [
  { heading: "loan", cell: ({ loan }) => loan },
  { heading: "installment", cell: ({ installment }) => installment, figure: true },
  { heading: "stage", cell: ({ stage }) => stage },
  { heading: "outcome", cell: ({ status }) => status },
  { heading: "by", cell: ({ channel }) => channel },
  { heading: "reason", cell: ({ reason }) => reason },
  { heading: "attempts", cell: ({ attempts }) => attempts, figure: true },
  { heading: "at", cell: ({ at }) => at },
];

/** Longer lists are for the CSV. */
const mostExceptions = 50;

export function campaignReportLines({ campaign, outcomes, exceptions }: CampaignReport): string[] {
  const { id, status, size, on, createdBy, approvedBy, startsAt } = campaign;
  const approval = approvedBy ? `, approved by ${approvedBy}` : "";
  const shown = exceptions.slice(0, mostExceptions);
  return [
    `Campaign ${id} of ${on}: ${status}, ${size} reminders, by ${createdBy}${approval}; start ${inShanghai(startsAt)} (Shanghai).`,
    table(outcomes, outcomeColumns),
    ...(shown.length > 0 ? [table(shown, exceptionColumns)] : []),
    ...(exceptions.length > shown.length
      ? [`${exceptions.length - shown.length} more: ops campaigns report ${id} --csv`]
      : []),
  ];
}

/** Every dispatch, a line each (RFC 4180). */
export async function reportCsv(q: Queryable, campaignId: number): Promise<string> {
  const lines = await campaignLines(q, campaignId);
  const rows = lines.map((line) => lineColumns.map(({ cell }) => csvCell(String(cell(line) ?? ""))));
  return [lineColumns.map(({ heading }) => heading), ...rows].map((row) => row.join(",")).join("\r\n");
}

/** A cell that a spreadsheet would take for a formula is made text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
