/** Structured log lines. They name turns and conversations by id, and never carry what a person said. */
import { pino } from "pino";

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Writes JSON lines to standard error, so that standard output stays the program's own. */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [
        "text",
        "*.text",
        "outbound",
        "*.outbound",
        "context",
        "*.context",
        "token",
        "*.token",
        "*.password",
      ],
    },
    pino.destination(2),
  );

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
