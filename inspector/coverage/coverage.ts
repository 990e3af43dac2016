/** Which states and transitions of a machine were taken, and by what kind of test. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AnyStateMachine } from "xstate";
import { z } from "zod";
import { readChart, statesWithin } from "../chart/read-chart.ts";

/** Ids of the transitions taken, by machine. */
const takenSchema = z.object({ transcripts: z.array(z.string()), model: z.array(z.string()) });
const coverageFileSchema = z.record(z.string(), takenSchema);
export type Taken = z.infer<typeof takenSchema>;
export type CoverageFile = z.infer<typeof coverageFileSchema>;

/** Written by `npm run coverage:machines`. */
export const coverageFile = fileURLToPath(new URL("../../coverage/machines.json", import.meta.url));

export async function readCoverage(machine: string): Promise<Taken | undefined> {
  const text = await readFile(coverageFile, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = coverageFileSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data[machine] : undefined;
}

export interface Coverage {
  transitions: { all: string[]; taken: string[]; missing: string[]; missingInTranscripts: string[] };
  states: { all: string[]; missing: string[] };
}

/** Ids that the machine no longer has count for nothing. */
export function coverageOf(machine: AnyStateMachine, { transcripts, model }: Taken): Coverage {
  const chart = readChart(machine);
  const all = chart.transitions.map(({ id }) => id);
  const [told, both] = [new Set(transcripts), new Set([...transcripts, ...model])];
  const taken = all.filter((id) => both.has(id));
  const entered = new Set(
    chart.transitions
      .filter(({ id }) => both.has(id))
      .flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])]),
  );
  const initial = statesWithin(chart.root).flatMap((state) => (state.initial ? [state] : []));
  for (const state of initial) if (isEntered(state.id, entered)) entered.add(state.initial ?? "");
  const leaves = statesWithin(chart.root).filter(({ states }) => states.length === 0);
  return {
    transitions: {
      all,
      taken,
      missing: all.filter((id) => !both.has(id)),
      missingInTranscripts: all.filter((id) => !told.has(id)),
    },
    states: {
      all: leaves.map(({ id }) => id),
      missing: leaves.map(({ id }) => id).filter((id) => !entered.has(id)),
    },
  };
}

const isEntered = (parent: string, entered: ReadonlySet<string>): boolean =>
  entered.has(parent) || [...entered].some((id) => id.startsWith(`${parent}.`));
