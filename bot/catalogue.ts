/** The catalogue's data files are edited by hand: they are checked at the start, before anyone is quoted from them. */
import { z } from "zod";
import { houseLocales, locales } from "../domain/language/languages.ts";
import { lprHistory } from "../domain/pricing/lpr.ts";
import { productBackground } from "../domain/product/background.ts";
import { productList } from "../domain/product/catalogue.ts";
import { entryList } from "../domain/product/entries.ts";
import { productFault } from "../domain/product/product-faults.ts";
import { merchantList } from "../domain/purchase/merchant-checkout.ts";

/** In every language of the house; others fall back (domain/language/local-name.ts). */
const localName = z
  .strictObject(Object.fromEntries(locales.map((locale) => [locale, z.string().min(1).optional()])))
  .required(Object.fromEntries(houseLocales.map((locale) => [locale, true as const])));
const fraction = z.string().regex(/^0\.\d+$/, "a fraction such as 0.072");
const asOf = z.string().regex(/^\d{4}(-\d{2}){0,2}$/, "a year, month or day");
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const stated = { asOf, source: z.string().min(1), note: z.string().min(1).optional() };

const entry = z.strictObject({
  id,
  name: localName,
  steps: z.array(localName).min(2),
  // Told by the products that name it.
  product: z.string().min(1, "no product names this entry"),
  otherProducts: z.array(id),
  visibleShare: fraction.optional(),
  dailyVisits: z.int().positive().optional(),
  ...stated,
});

const lprChanges = z
  .array(z.strictObject({ from: z.iso.date(), rate: fraction }))
  .min(1)
  .refine(
    (list) => list.every(({ from }, index) => index === 0 || (list[index - 1]?.from ?? from) < from),
    "the changes are not in order of date",
  );

const merchants = z.array(z.strictObject({ id, name: localName })).min(1);

const background = z.strictObject({
  asOf,
  source: z.string().min(1),
  safeguards: z.array(z.strictObject({ id, name: localName, by: localName, covers: localName })),
  promises: z.array(z.strictObject({ id, name: localName, says: localName })),
  milestones: z.array(z.strictObject({ id, year: z.int(), name: localName, brings: localName })),
  improvements: z.array(
    z.strictObject({
      id,
      quarter: z.string().regex(/^\d{4}Q[1-4]$/, "a quarter such as 2021Q4"),
      name: localName,
      measure: localName,
      change: z.string().regex(/^-?0\.\d+$/, "a fraction such as -0.40"),
    }),
  ),
  standing: z.array(
    localName.extend({ kind: z.enum(["strength", "weakness", "opportunity", "threat"]) }).strict(),
  ),
  manualRepayment: z.array(localName).min(1),
  outlook: z.array(localName),
});

function check(file: string, schema: z.ZodType, data: unknown): void {
  const result = schema.safeParse(data);
  if (result.success) return;
  const [issue] = result.error.issues;
  throw new Error(`domain/${file}: ${issue?.path.join(".")}: ${issue?.message}`);
}

/** What each data file of the domain holds, by its name. */
export interface CatalogueData {
  products: unknown;
  entries: unknown;
  lpr: unknown;
  merchants: unknown;
  background: unknown;
}

function shipped(): CatalogueData {
  return {
    products: productList(),
    entries: entryList(),
    lpr: lprHistory(),
    merchants: merchantList(),
    background: productBackground(),
  };
}

/** Throws one sentence that names the file, the place and what is wrong there. */
export function validateCatalogue(data: CatalogueData = shipped()): void {
  check("entries.json", z.array(entry), data.entries);
  const places = z.array(entry).parse(data.entries);
  const fault = productFault(
    data.products,
    places.map((place) => place.id),
  );
  if (fault !== undefined) throw new Error(fault);
  check("lpr.json", lprChanges, data.lpr);
  check("merchants.json", merchants, data.merchants);
  check("background.json", background, data.background);
}
