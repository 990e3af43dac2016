/** Reads a transcript: inspector/transcript/format.ts says how they are written. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { readTranscriptLine, type TranscriptLine } from "../../../inspector/transcript/format.ts";

export interface Transcript {
  lang?: string;
  persona?: string;
  now?: string;
  steps: TranscriptLine[];
}

/** Reads a file with what goes before it; throws on a line that is none of the above. */
export function readTranscript(file: string): Transcript {
  const transcript: Transcript = { steps: [] };
  for (const [index, raw] of readFileSync(file, "utf8").split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const header = /^(lang|persona|now|after): (.+)$/.exec(line);
    if (header?.[1] === "after") goAfter(transcript, join(dirname(dirname(file)), header[2] ?? ""));
    else if (header) Object.assign(transcript, { [header[1] ?? ""]: header[2] });
    else transcript.steps.push(stepOf(line, index + 1, file));
  }
  return transcript;
}

function goAfter(transcript: Transcript, file: string): void {
  const { steps, ...headers } = readTranscript(file);
  Object.assign(transcript, headers);
  transcript.steps.push(...steps);
}

function stepOf(line: string, number: number, file: string): TranscriptLine {
  const step = readTranscriptLine(line, number);
  if (!step) throw new Error(`${file}:${number}: a line that says nothing: ${line}`);
  return step;
}
