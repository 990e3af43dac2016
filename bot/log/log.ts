/** Structured log lines. They name turns and conversations by id, and never carry what a person said, nor a secret. */
import { type DestinationStream, pino } from "pino";
import { maskCredentials, withoutErrors } from "./log-masks.ts";

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const unsaid = ["text", "outbound", "context", "token", "password", "secret", "authorization", "headers"];

/** Writes JSON lines, to standard error unless told: standard output stays the program's own. */
export const openLog = (level: string, destination: DestinationStream = pino.destination(2)): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: unsaid.flatMap((name) => [name, `*.${name}`]),
      serializers: { err: (fault: unknown) => fault },
      formatters: { log: withoutErrors },
      hooks: { streamWrite: maskCredentials },
    },
    destination,
  );

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
