import { type FoundText, findTexts } from "./find-texts.ts";

/** A translation that lost a place, has one twice, or names one that is not there. */
export class PlacesDiffer extends Error {
  override readonly name = "PlacesDiffer";
}

const place = /\{([^{}]*)\}/g;

/**
 * The file with its texts said otherwise; `translate` gets each as `findTexts` has it and leaves its places as they
 * are, in whatever order. Throws `PlacesDiffer` with the sentence.
 */
export function replaceTexts(source: string, translate: (text: string) => string): string {
  const texts = findTexts(source);
  const rewrite = (from: number, to: number): string => {
    const outer = texts.filter((one) => one.from >= from && one.to <= to);
    const first = outer[0];
    if (first === undefined) return source.slice(from, to);
    return source.slice(from, first.from) + said(first) + rewrite(first.to, to);
  };
  const said = (one: FoundText): string => {
    const translated = translate(one.text);
    samePlaces(one, translated);
    return one.places.length === 0 ? JSON.stringify(translated) : template(one, translated);
  };
  const template = ({ places }: FoundText, translated: string): string => {
    const pieces = translated.split(place).map((piece, at) => {
      if (at % 2 === 0) return piece.replace(/[\\`]|\$(?=\{)/g, "\\$&");
      const filled = places.find(({ name }) => name === piece);
      return filled ? `\${${rewrite(filled.from, filled.to)}}` : "";
    });
    return `\`${pieces.join("")}\``;
  };
  return rewrite(0, source.length);
}

function samePlaces({ text, places }: FoundText, translated: string): void {
  const names = [...translated.matchAll(place)].map(([, name]) => name).sort();
  const needed = places.map(({ name }) => name).sort();
  if (places.length > 0 && names.join() !== needed.join())
    throw new PlacesDiffer(
      `“${translated}” must keep each of {${needed.join("}, {")}}, as “${text}” has them`,
    );
}
