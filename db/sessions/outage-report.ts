/** Whether Redis can be used, told once when it cannot and once when it can again. */
export interface OutageReport {
  /** The answer, or undefined when there is none. */
  reading<T>(command: () => Promise<T>): Promise<T | undefined>;
  /** The same of a command that a replica does not take. */
  writing<T>(command: () => Promise<T>): Promise<T | undefined>;
  begins(error: unknown): void;
  /** True from the first refused write to the first one taken: what is read there may be of any age. */
  isReplica(): boolean;
}

export function reportOutages(log: (line: string) => void): OutageReport {
  let down = false;
  let replica = false;

  function begins(error: unknown): void {
    const reason = error instanceof Error ? error.message : "unknown";
    replica ||= reason.startsWith("READONLY");
    if (!down) log(`Redis does not answer (${reason}): sessions are read from Postgres`);
    down = true;
  }

  function ends(): void {
    if (down) log("Redis answers again");
    down = false;
    replica = false;
  }

  const attempting =
    (proves: () => boolean): OutageReport["reading"] =>
    async (command) => {
      try {
        const answer = await command();
        if (proves()) ends();
        return answer;
      } catch (error) {
        begins(error);
        return undefined;
      }
    };

  return {
    begins,
    isReplica: () => replica,
    reading: attempting(() => !replica),
    writing: attempting(() => true),
  };
}
