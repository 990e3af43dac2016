import { runOps } from "../../ops/program.ts";

export interface Ran {
  code: number;
  /** What was answered, and all that was said besides. */
  out: string;
  err: string;
  /** The answer of a command run with --json. */
  json: <Answer = Record<string, unknown>>() => Answer;
}

/** Runs one command line of `ops` as a process of this configuration would. */
export function opsOn(env: Record<string, string>) {
  return async (...args: string[]): Promise<Ran> => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runOps(args, {
      env: { LOG_LEVEL: "silent", ...env },
      print: (line) => void out.push(line),
      complain: (line) => void err.push(line),
      untilStopped: () => AbortSignal.abort(),
    });
    return { code, out: out.join("\n"), err: err.join("\n"), json: () => JSON.parse(out.join("\n")) };
  };
}
