/** npm run texts: what a translator works on, without the code around it. */
import { readFileSync } from "node:fs";
import { applyTexts, listTexts, type TextLine } from "./locale-files.ts";
import { PlacesDiffer } from "./replace-texts.ts";

const usage = `npm run texts -- list CODE > texts.jsonl
npm run texts -- apply CODE texts.jsonl

  list    every text of bot/locales/CODE as a line of JSON: file, text, an empty translation
  apply   writes the translations into bot/locales/CODE; a text without one stays as it is
          {places} are filled in when a text is shown: a translation keeps each, in any order`;

function apply(code: string, file: string): void {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const told = lines.map((line) => JSON.parse(line) as TextLine);
  const keyOf = ({ file: of, text }: Omit<TextLine, "translation">): string => `${of}\n${text}`;
  const translations = new Map(told.map((line) => [keyOf(line), line.translation]));
  const missing = applyTexts(code, (line) => translations.get(keyOf(line)) ?? "");
  console.log(`${missing} texts have no translation and stay as they are.`);
}

const [what, code, file] = process.argv.slice(2);
try {
  if (what === "list" && code) for (const line of listTexts(code)) console.log(JSON.stringify(line));
  else if (what === "apply" && code && file) apply(code, file);
  else console.log(usage);
} catch (error) {
  if (!(error instanceof PlacesDiffer)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
