/** Options that several commands take, and values checked before anything is opened. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { isCalendarDate } from "../../domain/calendar/dates.ts";

export interface CommonOptions {
  json?: boolean;
  as?: string;
}

export const withCommonOptions = (command: Command): Command =>
  command
    .addOption(new Option("--json", "the answer as JSON"))
    .addOption(new Option("--as <operator>", "who acts (JIEDAO_OPERATOR)"));

export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= minimum)) throw new InvalidArgumentError(`A whole number from ${minimum} on.`);
    return value;
  };
}

export function calendarDate(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError("A date of the calendar, YYYY-MM-DD.");
  return text;
}

export function someText(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length < 5 || trimmed.length > 500)
    throw new InvalidArgumentError("A sentence of 5 to 500 characters.");
  return trimmed;
}
