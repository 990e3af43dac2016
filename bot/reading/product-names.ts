/** Patterns of the names by which people call products, made of the catalogue (domain/product/products.json). */
import { isQuotable, type Names, type Product, productList } from "../../domain/product/catalogue.ts";

/** Blanks and apostrophes may be left out; letters stand by themselves: "hb" is not in "hbo". */
function spelt(name: string): string {
  const typed = name.normalize("NFKC").toLowerCase();
  const loose = typed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[ ']/g, "$&?");
  const from = /^[a-z]/.test(typed) ? "(?<![a-z])" : "";
  return `${from}${loose}${/[a-z]$/.test(typed) ? "(?![a-z])" : ""}`;
}

/** "借/吧 !台": the characters of each place, and what must not follow. */
function lookalike(spelling: string): string {
  const [places = "", notBefore] = spelling.split(" !");
  if (!places.includes("/")) return spelt(places);
  const classes = places.split("/").map((characters) => `[${characters}]`);
  return `${classes.join("")}${notBefore === undefined ? "" : `(?![${notBefore}])`}`;
}

const byLength = (a: string, b: string): number => b.length - a.length;
const allOf = (names: Names | undefined): string[] => Object.values(names ?? {}).flat();

export type Naming = "aliases" | "lookalikes" | "platform";

/** Alternatives, the longest first, without a group around them; what nothing matches where there are none. */
export function namesOf(products: readonly Product[], ...by: Naming[]): string {
  const names = products.flatMap(({ aliases, platform }) => [
    ...(by.includes("aliases") ? allOf(aliases) : []),
    ...(by.includes("platform") ? allOf(platform) : []),
  ]);
  const spellings = products.flatMap(({ lookalikes = [] }) => (by.includes("lookalikes") ? lookalikes : []));
  const all = [...names.toSorted(byLength).map(spelt), ...spellings.toSorted(byLength).map(lookalike)];
  return all.length === 0 ? "(?!)" : all.join("|");
}

export const lentHere: readonly Product[] = productList().filter(isQuotable);
/** Explained, or told to be another company's, where they are asked after. */
export const lentElsewhere: readonly Product[] = productList().filter(
  ({ kind }) => kind !== "own" && kind !== "partner",
);
/** Of which nothing is to be had here. */
export const competitors: readonly Product[] = lentElsewhere.filter(({ kind }) => kind !== "referral");

/** What a product is called when its name is the whole message. */
export function wholeNames({ name, aliases }: Product): string[] {
  const typed = [...Object.values(name), ...allOf(aliases)].map((one) => one.normalize("NFKC").toLowerCase());
  return [...new Set(typed.flatMap((one) => [one, one.replaceAll(" ", ""), one.replaceAll("'", "")]))];
}
