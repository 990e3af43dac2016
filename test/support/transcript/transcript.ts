/**
 * A conversation as a file that reads like one:
 *
 *     # What the story shows.
 *     lang: zh                              as the messenger is set; without it the first words tell
 *     persona: poor-history                 otherwise the ordinary one
 *     now: 2016-02-10T23:55:00+08:00        otherwise ten in the morning
 *     after: openings/zh/quoted.txt         a conversation that goes before
 *
 *     > 你好                                 the borrower writes
 *     > /cancel                             gives a command
 *     > [同意报价]                           presses a button of the latest reply
 *     > [同意报价] (an old one)              presses one that is no longer there
 *     > (a photo)                           sends what cannot be read
 *     > (4096 characters of nonsense)
 *     > [确认还款 ¥10.00] (twice at once)     two messages at the same instant
 *     > 5000 (delivered three times)        one message, brought three times
 *     < 记下了                               the replies hold these words, one line after the other
 *     < (jiedao-calendar.ics)               a file goes with it, by its name and what it shows
 *     < [返回]                               the latest reply offers this button
 *     <! 错误                                no reply holds these words; <! [返回]: no such button
 *     @ quoting.askingTerm                  where the journey stands
 *     $ cash:balance 2145.00                an account of the borrower's loans: debits less credits, yuan
 *     $ loans 1                             loans of the borrower that were not abandoned
 *     ~ 2016-03-10T10:00:00+08:00           the borrower's clock jumps
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const marks = [">", "<!", "<", "@", "$", "~"] as const;
export type Mark = (typeof marks)[number];

export interface Step {
  /** The line as written, and its number. */
  line: string;
  number: number;
  mark: Mark;
  text: string;
}

export interface Transcript {
  lang?: string;
  persona?: string;
  now?: string;
  steps: Step[];
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

function stepOf(line: string, number: number, file: string): Step {
  const mark = marks.find((one) => line.startsWith(`${one} `));
  if (!mark) throw new Error(`${file}:${number}: a line that says nothing: ${line}`);
  return { line, number, mark, text: line.slice(mark.length).trim() };
}
