/** A campaign's start and state, in words. */
import type { CampaignRow } from "../../../db/campaigns/campaigns.ts";
import { outsideQuietHours, quietHours } from "../../../domain/contact/contact-policy.ts";
import { inShanghai } from "../../desk/show.ts";

type Timed = Pick<CampaignRow, "status" | "startsAt">;

/** Allowed to run, with its start still to come. `now` is ISO 8601 in UTC, like `startsAt`. */
export const isScheduled = ({ status, startsAt }: Timed, now: string): boolean =>
  status === "running" && startsAt > now;

/** The status as operators see it: what is to begin at a later time is scheduled, not running. */
export const shownStatus = (campaign: Timed, now: string): string =>
  isScheduled(campaign, now) ? "scheduled" : campaign.status;

/** "2026-12-01 20:00 (Shanghai)"; within the quiet hours also when the first message goes out. */
export function startWords(startsAt: string): string {
  const first = outsideQuietHours(startsAt, "Asia/Shanghai");
  const start = `${inShanghai(startsAt)} (Shanghai)`;
  return first === startsAt
    ? start
    : `${start}, within the quiet hours from ${quietHours.from} to ${quietHours.to}: the first goes out at ${inShanghai(first)}`;
}
