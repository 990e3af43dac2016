import { sql } from "drizzle-orm";
import type { Product } from "../../domain/product/catalogue.ts";
import type { Queryable } from "../connection/connection.ts";
import { products } from "../schema.ts";

/** Writes the catalogue, so that the other tables can refer to it. Products that left it stay. */
export async function syncProducts(q: Queryable, catalogue: readonly Product[]): Promise<void> {
  if (catalogue.length === 0) return;
  await q
    .insert(products)
    .values(catalogue.map(toRow))
    .onConflictDoUpdate({
      target: products.id,
      set: {
        kind: sql`excluded.kind`,
        maximum: sql`excluded.maximum`,
        annualRateLowest: sql`excluded.annual_rate_lowest`,
        annualRateHighest: sql`excluded.annual_rate_highest`,
        definition: sql`excluded.definition`,
      },
    });
}

const toRow = (product: Product) => ({
  id: product.id,
  kind: product.kind,
  maximum: product.maximum ?? null,
  annualRateLowest: product.annualRate?.lowest ?? null,
  annualRateHighest: product.annualRate?.highest ?? null,
  definition: product,
});
