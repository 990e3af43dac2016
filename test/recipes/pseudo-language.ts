/** A language that nobody speaks: English with accents, in brackets, two fifths longer. It shows what is not translated. */

export const pseudoCode = "qps-ploc";

const plain = "aceghijklnorsuwyzACEGHIJKLNORSUWYZ";
const accented = "àçéğĥíĵķļñóřšúŵýžÀÇÉĞĤÍĴĶĻÑÓŘŠÚŴÝŽ";
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

const accent = (said: string): string =>
  [...said].map((character) => accents.get(character) ?? character).join("");

/** "Due on {dueDate}" -> "[Dúé óñ {dueDate} ~~~]": places stay, blanks at the ends as well. */
export function pseudo(text: string): string {
  const [, before = "", said = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const translated = said
    .split(/(\{[^{}]*\})/)
    .map((piece, at) => (at % 2 === 0 ? accent(piece) : piece))
    .join("");
  const longer = "~".repeat(Math.ceil(said.length * 0.4) - 1);
  return `${before}${said.length > 4 ? `[${translated}${longer}]` : translated}${after}`;
}

/** Its line of domain/language/languages.ts. */
export const pseudoLine = `  { code: "${pseudoCode}", name: "Ļóçàļížé" },\n`;

/** Its hints.ts. */
export const pseudoHints = `import type { LanguageHints } from "../hints.ts";

export const hints: LanguageHints = { letters: /[${accented}]/, askedFor: "pseudo|ļóçàļížé" };
`;
