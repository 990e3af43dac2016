/** Times of the day as people say them: "下午", "晚上8点半", "8pm", "tomorrow morning". */
import { readNumeral } from "../../reading/quantities/read-numeral.ts";

export interface ClockTime {
  /** What it may mean, "HH:mm", the earlier one first: a bare "8点" is eight in the morning or in the evening. */
  candidates: string[];
}

interface Part {
  pattern: RegExp;
  /** Hours that stand for it where none is named. */
  hours: readonly [number, number];
  afternoon: boolean;
}

const parts: readonly Part[] = [
  { pattern: /凌晨|清早|明早|今早|早上|早晨|一早|上午|\bmorning\b/, hours: [9, 11], afternoon: false },
  { pattern: /中午|\bnoon\b|\blunch/, hours: [12, 13], afternoon: true },
  { pattern: /下午|午后|\bafternoon\b/, hours: [15, 17], afternoon: true },
  { pattern: /傍晚/, hours: [18, 19], afternoon: true },
  { pattern: /晚上|今晚|明晚|夜里|\bevening\b|\btonight\b/, hours: [20, 21], afternoon: true },
];

const numeral = "\\d{1,2}|[零一二两三四五六七八九十]{1,3}";
const clocks: readonly RegExp[] = [
  new RegExp(`(?<h>${numeral}) ?(?:点钟?|时)(?:(?<half>半)|(?<m>${numeral})分?)?`),
  /(?<h>\d{1,2}):(?<m>\d{2})(?: ?(?<pm>[ap])\.?m)?/,
  /(?<h>\d{1,2}) ?(?<pm>[ap])\.?m\b/,
  /\bat (?<h>\d{1,2})\b(?! ?(?:days?|hours?|minutes?))/,
];

const figure = (text: string | undefined): number => readNumeral(text ?? "")?.toNumber() ?? Number.NaN;
const written = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;

/** The time of day that a normalised text names; undefined where it names none. */
export function readClockTime(text: string): ClockTime | undefined {
  const part = parts.find(({ pattern }) => pattern.test(text));
  const match = clocks.map((clock) => clock.exec(text)).find((found) => found !== null);
  if (!match) return part && { candidates: part.hours.map((hour) => written(hour, 0)) };
  const { h, m, half, pm } = match.groups ?? {};
  const hour = figure(h);
  const minute = half ? 30 : m === undefined ? 0 : figure(m);
  if (!(hour <= 24) || !(minute < 60)) return undefined;
  return { candidates: hoursOf(hour, part, pm).map((one) => written(one % 24, minute)) };
}

function hoursOf(hour: number, part: Part | undefined, pm: string | undefined): number[] {
  if (hour > 12 || hour === 0) return [hour];
  if (pm !== undefined) return [(hour % 12) + (pm === "p" ? 12 : 0)];
  if (part === undefined) return hour === 12 ? [12] : [hour, hour + 12];
  return [part.afternoon && hour < 12 ? hour + 12 : hour];
}
