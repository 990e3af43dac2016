/** Another company's product: said so, kindly. */
import { nameIn } from "../../../../domain/language/local-name.ts";
import { type Product, productList } from "../../../../domain/product/catalogue.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function elsewhere({ m, locale }: Scope): Answer {
  const named = (products: Product[]): string[] => products.map(({ name }) => nameIn(name, locale));
  const names = named(productList().filter(({ kind }) => kind === "comparison"));
  const payLater = named(productList().filter((one) => one.payLater));
  return { text: m.knowledge.elsewhere({ names, payLater }) };
}
