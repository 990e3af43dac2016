import { isAnnounced } from "../../../partners/working-days.ts";
import { shanghaiClock } from "../../views/figures/figures.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "10 Mar 2026" */
export function date(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** "10:30 on 10 Mar 2026 (Beijing time)" */
export function moment(instant: string): string {
  const { date: day, time } = shanghaiClock(instant);
  return `${time} on ${date(day)} (Beijing time)`;
}

/** "5, 10 or 20" */
export function either(items: readonly (string | number)[]): string {
  const last = items.at(-1);
  return items.length < 2 ? String(last ?? "") : `${items.slice(0, -1).join(", ")} or ${last}`;
}

/** "a, b and c" */
export function both(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** "From now on" */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 day", "3 days" */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The day by which a repayment arrives. Working days of a year whose holidays are not announced may still become days off. */
export const arrivesBy = (day: string): string =>
  `${date(day)}${isAnnounced(day) ? "" : ` (the public holidays of ${day.slice(0, 4)} are not announced yet, so it may be later)`}`;
