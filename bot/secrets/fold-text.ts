/** A text as secrets are looked for in it: one plain character each, with the place it stands at in the original. */

export interface FoldedText {
  /** Lower case, half width; every digit is 0 to 9; invisible characters and marks are left out. */
  plain: string;
  /** For each character of `plain`: where its original begins and ends, in UTF-16 units. */
  spans: readonly (readonly [start: number, end: number])[];
}

/** Digits said one by one, as in 一三九; the units (十, 百, 千, 万) make another number of them and are none. */
const numerals = "零0〇0一1二2三3四4五5六6七7八8九9幺1两2兩2壹1贰2貳2叁3參3肆4伍5陆6陸6柒7捌8玖9";
const digitOf = new Map(
  [...numerals].flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? sign] as const] : [])),
);

const unseen = /[\p{Cf}\p{M}\p{Cc}]/u;
const dashes = /[‐‑‒–—―−﹣～~]/g;

export function foldText(text: string): FoldedText {
  const spans: [number, number][] = [];
  let plain = "";
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const folded = fold(sign);
    // What is not seen belongs to what stands before it.
    const last = spans.at(-1);
    if (folded === "" && last) last[1] = end;
    plain += folded;
    for (let unit = 0; unit < folded.length; unit += 1) spans.push([start, end]);
    start = end;
  }
  return { plain, spans };
}

function fold(sign: string): string {
  if (/\s/u.test(sign)) return sign === "\n" ? "\n" : " ";
  if (unseen.test(sign)) return "";
  const numeral = digitOf.get(sign);
  if (numeral !== undefined) return numeral;
  if (/\p{Nd}/u.test(sign)) return digitIn(sign);
  return sign.normalize("NFKC").toLowerCase().replace(dashes, "-");
}

/** Unicode keeps the ten digits of every script together, in order. */
function digitIn(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
