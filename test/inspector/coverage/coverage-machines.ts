/**
 * `npm run coverage:machines`: which states and transitions the transcripts and the model walks take. Writes what the
 * inspector draws, prints what is missing, and fails under 100 % of transitions.
 */
import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type CoverageFile, coverageFile, coverageOf } from "../../../inspector/coverage/coverage.ts";
import { machines } from "../../../inspector/machines.ts";
import { readTranscript } from "../../support/transcript/transcript.ts";
import { replayTranscript } from "./replay-transcript.ts";
import { takenByJourneyWalk, takenByLoanWalk } from "./taken-by-models.ts";

const conversations = join(import.meta.dirname, "../../conversations");

async function takenByTranscripts(): Promise<string[]> {
  const files = readdirSync(conversations, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".txt"),
  );
  const taken = new Set<string>();
  for (const file of files.sort()) {
    const { session, parted } = await replayTranscript(readTranscript(join(conversations, file)));
    for (const { traces } of session.steps)
      for (const id of traces.flatMap(({ transitions }) => transitions)) taken.add(id);
    if (parted !== undefined) console.log(`${file} went another way in the inspector: ${parted}`);
  }
  console.log(`${files.length} transcripts replayed`);
  return [...taken];
}

const taken: CoverageFile = {
  journey: {
    transcripts: existsSync(conversations) ? await takenByTranscripts() : [],
    model: takenByJourneyWalk(),
  },
  loan: { transcripts: [], model: takenByLoanWalk() },
};
await mkdir(dirname(coverageFile), { recursive: true });
await writeFile(coverageFile, JSON.stringify(taken));

for (const { id, machine, speaks } of machines) {
  const { transitions, states } = coverageOf(machine, taken[id] ?? { transcripts: [], model: [] });
  const share = (100 * transitions.taken.length) / transitions.all.length;
  console.log(
    `\n${id}: ${transitions.taken.length} of ${transitions.all.length} transitions (${share.toFixed(1)} %), ${states.all.length - states.missing.length} of ${states.all.length} states`,
  );
  for (const missing of transitions.missing) console.log(`  never taken: ${missing}`);
  for (const missing of states.missing) console.log(`  never entered: ${missing}`);
  if (transitions.missing.length > 0) process.exitCode = 1;
  if (!speaks) continue;
  const { missingInTranscripts: left } = transitions;
  console.log(
    `the transcripts alone take ${transitions.all.length - left.length}; they leave out ${left.length}:`,
  );
  for (const missing of left) console.log(`  ${missing}`);
}
