/** A campaign's start and state, in words. */
import type { CampaignRow } from "../../db/campaigns/campaigns.ts";
import { outsideQuietHours, quietHours } from "../../domain/contact/contact-policy.ts";
import { inShanghai } from "../desk/show.ts";

type Scheduled = Pick<CampaignRow, "status" | "startsAt">;

/** What is to begin at a later time is scheduled, not running. */
export const shownStatus = ({ status, startsAt }: Scheduled, now: string): string =>
  status === "running" && startsAt > now ? "scheduled" : status;

/** "2026-12-01 20:00 (Shanghai)"; within the quiet hours also when the first message goes out. */
export function startWords(startsAt: string): string {
  const first = outsideQuietHours(startsAt, "Asia/Shanghai");
  const start = `${inShanghai(startsAt)} (Shanghai)`;
  return first === startsAt
    ? start
    : `${start}, within the quiet hours from ${quietHours.from} to ${quietHours.to}: the first goes out at ${inShanghai(first)}`;
}
