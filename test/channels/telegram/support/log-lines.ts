import type { Log } from "../../../../bot/log/log.ts";
import { withoutErrors } from "../../../../bot/log/log-masks.ts";

export interface LogLine {
  level: keyof Log;
  fields: object;
  message: string;
}

/** A log that can be read again. */
export function keepLog(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const keep = (level: keyof Log) => (fields: object, message: string) =>
    void lines.push({ level, fields: withoutErrors(fields), message });
  return { lines, info: keep("info"), warn: keep("warn"), error: keep("error") };
}
