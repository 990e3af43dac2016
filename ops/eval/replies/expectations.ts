/** A file of replies to be looked at: one JSON object a line, what is said by whom, and what must come of it. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { isFigure } from "../../../bot/views/knowledge/figures.ts";
import { borrowerStates } from "../borrower-states.ts";

const stateNames = Object.keys(borrowerStates);

const lineSchema = z.strictObject({
  text: z.string().regex(/\S/, "is empty"),
  lang: z.enum(["zh", "en"]),
  /** One of those in borrower-states.ts: "due today". */
  state: z.string().refine((name) => stateNames.includes(name), `is none of ${stateNames.join(", ")}`),
  /** What is asked, and topics that are equally right. */
  topic: z.string(),
  also: z.array(z.string()).default([]),
  /** Figures that must be told, by their names: "due-now". Each is reckoned for this borrower by the domain. */
  facts: z.array(z.string().refine(isFigure, "names no figure")).default([]),
  /** Words that must be there, and words that must not. */
  says: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
});

export type ExpectedReply = z.infer<typeof lineSchema>;

/** Throws RangeError naming the line that is not of the format. */
export function readExpectedReplies(file: string): ExpectedReply[] {
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const parsed = lineSchema.safeParse(json(line));
    if (parsed.success) return [parsed.data];
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
    throw new RangeError(`${file}:${at + 1}: ${issues.join("; ")}`);
  });
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
