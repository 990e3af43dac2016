/** Where a command gets its surroundings from and leaves its answer: the process's own, or a test's. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>;
  /** Answers. */
  print(line: string): void;
  /** Everything else: notices, progress, complaints. */
  complain(line: string): void;
  /** For what goes on until it is told to stop: from this call on Ctrl-C tells it so, once. */
  untilStopped(): AbortSignal;
}

export const processTerminal = (): Terminal => ({
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  untilStopped: () => {
    const stopping = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
    return stopping.signal;
  },
});
