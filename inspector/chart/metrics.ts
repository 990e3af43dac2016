/** Sizes that layout and drawing must agree on, in pixels. */
export const metrics = {
  titleFont: 15,
  nameFont: 13,
  lineFont: 12,
  line: 16,
  title: 28,
  leaf: 32,
  small: 24,
  pad: 11,
} as const;

/** Wide enough in any usual sans-serif font: what is laid out must not overlap where it is drawn. */
export const textWidth = (text: string, font: number): number =>
  Math.ceil([...text].reduce((width, character) => width + (isWide(character) ? 1 : 0.58), 0) * font);

/** Chinese characters and their punctuation are as wide as they are high. */
const isWide = (character: string): boolean => character >= "\u2e80";

/** As much of a text as is no wider than `most`. */
export function fitText(text: string, font: number, most: number): string {
  if (textWidth(text, font) <= most) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, font) > most) characters.pop();
  return `${characters.join("")}…`;
}
