/** Another company's product: said so, kindly. */
import { nameIn } from "../../../../domain/language/local-name.ts";
import { productList } from "../../../../domain/product/catalogue.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export function elsewhere({ m, locale }: Scope): Answer {
  const compared = productList().filter(({ kind }) => kind === "comparison");
  return { text: m.knowledge.elsewhere({ names: compared.map(({ name }) => nameIn(name, locale)) }) };
}
