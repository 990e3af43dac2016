/** The files of a language's folder that hold texts: all but how messages are recognised and how figures are written. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findTexts } from "./find-texts.ts";
import { replaceTexts } from "./replace-texts.ts";

/** As a translator gets and returns it, one JSON object a line; an empty translation leaves the text as it is. */
export interface TextLine {
  file: string;
  text: string;
  translation: string;
}

const byHand = new Set(["index.ts", "hints.ts"]);
const folderOf = (code: string): string =>
  fileURLToPath(new URL(`../../bot/locales/${code}/`, import.meta.url));

const filesOf = (code: string): string[] =>
  readdirSync(folderOf(code), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !byHand.has(file))
    .sort();

/** Every text of a language once a file, in reading order. */
export function listTexts(code: string): TextLine[] {
  return filesOf(code).flatMap((file) => {
    const texts = findTexts(readFileSync(folderOf(code) + file, "utf8")).map(({ text }) => text);
    return [...new Set(texts)].map((text) => ({ file, text, translation: "" }));
  });
}

/** Writes translations into a language's folder and gives how many texts have none. Throws `PlacesDiffer`. */
export function applyTexts(code: string, translate: (line: Omit<TextLine, "translation">) => string): number {
  let missing = 0;
  const written = filesOf(code).map((file) => {
    const source = readFileSync(folderOf(code) + file, "utf8");
    const translated = replaceTexts(source, (text) => {
      const translation = translate({ file, text });
      if (translation === "") missing += 1;
      return translation || text;
    });
    return { file, translated };
  });
  for (const { file, translated } of written) writeFileSync(folderOf(code) + file, translated);
  return missing;
}
