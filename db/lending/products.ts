import { sql } from "drizzle-orm";
import type { Product } from "../../domain/product/catalogue.ts";
import type { Queryable } from "../connection/connection.ts";
import { products } from "../schema.ts";

/** Writes the catalogue, so that the other tables can refer to it. Products that left it stay. */
export async function syncProducts(q: Queryable, catalogue: readonly Product[]): Promise<void> {
  const rows = catalogue.flatMap(toRows);
  if (rows.length === 0) return;
  await q
    .insert(products)
    .values(rows)
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

/** None of what is only recognised by name: no table refers to it. */
function toRows(product: Product): (typeof products.$inferInsert)[] {
  const { id, kind, maximum = null, annualRate } = product;
  if (kind === "other") return [];
  const rates = {
    annualRateLowest: annualRate?.lowest ?? null,
    annualRateHighest: annualRate?.highest ?? null,
  };
  return [{ id, kind, maximum, ...rates, definition: product }];
}
