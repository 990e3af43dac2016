/** Entries: where in the wallet borrowing lives. Shares and visits are data (entries.json) with their source. */
import type { LocalName } from "../language/local-name.ts";
import { productList } from "./catalogue.ts";
import entries from "./entries.json" with { type: "json" };

export interface Entry {
  id: string;
  name: LocalName;
  /** Places to tap, in order. */
  steps: LocalName[];
  /** Id of the product it leads to first. */
  product: string;
  /** Ids of further products found there. */
  otherProducts: string[];
  /** Share of users who see it, a fraction; absent where not stated. */
  visibleShare?: string;
  /** Visits a day. */
  dailyVisits?: number;
  note?: string;
  asOf: string;
  source: string;
}

const list: readonly Entry[] = (entries as readonly Omit<Entry, "product" | "otherProducts">[]).map(
  (entry) => {
    const found = productList().filter((product) => product.entries?.includes(entry.id));
    const [product = "", ...otherProducts] = found.map(({ id }) => id);
    return { ...entry, product, otherProducts };
  },
);

export function entryList(): readonly Entry[] {
  return list;
}

export function findEntry(id: string): Entry | undefined {
  return list.find((entry) => entry.id === id);
}
