import { isAnnounced } from "../../../partners/working-days.ts";
import { shanghaiClock } from "../../views/figures/figures.ts";

/** "2026年3月10日" */
export function date(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** "2026年3月10日10:30", Shanghai time. */
export function moment(instant: string): string {
  const { date: day, time } = shanghaiClock(instant);
  return `${date(day)}${time}`;
}

/** "5、10或20" */
export function either(items: readonly (string | number)[]): string {
  const last = items.at(-1);
  return items.length < 2 ? String(last ?? "") : `${items.slice(0, -1).join("、")}或${last}`;
}

/** By when a repayment arrives. Working days of a year whose holidays are not announced may still become days off. */
export const arrivesBy = (day: string): string =>
  `最晚${date(day)}到账${isAnnounced(day) ? "" : `（${day.slice(0, 4)}年的放假安排还没公布，可能顺延）`}`;
