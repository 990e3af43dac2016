/** A sentence as the models read it: names of products and figures become one sign each, politeness goes. */
import { type Product, productList } from "../../../domain/product/catalogue.ts";
import { namesOf } from "../../reading/product-names.ts";
import type { Quantity } from "../../reading/quantities/quantity.ts";
import type { ModelLanguage } from "./intents.ts";

/** Spellings that only the model may take for a name are among them: where it errs, little is lost. */
function named(products: readonly Product[]): RegExp {
  return new RegExp(namesOf(products, "aliases", "lookalikes"), "g");
}

/** Signs from the private use area, which no borrower types. */
const signs = {
  product: "\uE000",
  payLater: "\uE001",
  amount: "\uE002",
  term: "\uE003",
  date: "\uE004",
  days: "\uE005",
  percent: "\uE006",
  identifier: "\uE007",
} as const;

const signOf: Partial<Record<Quantity["kind"], string>> = {
  amount: signs.amount,
  number: signs.amount,
  foreign: signs.amount,
  range: signs.amount,
  relative: signs.amount,
  term: signs.term,
  date: signs.date,
  days: signs.days,
  percent: signs.percent,
  identifier: signs.identifier,
};

const isPayLater = ({ payLater }: Product): boolean => payLater === true;
const productName = named(productList().filter((product) => !isPayLater(product)));
const payLaterName = named(productList().filter(isPayLater));
const politeZh =
  /^(?:(?:你好|您好|亲|客服|哈喽|hello|hi|在吗|请问(?:一下|下)?|我?想?问(?:一下|下|问)|我想(?:咨询|了解)(?:一下|下)?|咨询(?:一下|下)?|麻烦问一下|那个|嗯|哦|就是|还有|另外)[\s,，。.!！~:：?？、]*)+/;
const spokenZh = /[啊呀呢吧哦噢嘛哈啦哎唉喔诶]+(?=$|[\s,，。.!！?？~])/g;
const politeEn =
  /^(?:(?:hi|hello|hey|hey there|good (?:morning|afternoon|evening)|please|ok|okay|well|so|um+|uh+|yes|no|yeah|excuse me|sorry)[\s,.!-]+)+(?=\S+\s+\S+)/;

/** A name with a figure in it, such as 360借条, is read as a quantity. */
const figuredProduct = new RegExp(`^(?:${namesOf(productList(), "aliases")})$`);

function withSigns(text: string, quantities: readonly Quantity[]): string {
  let signed = "";
  let at = 0;
  for (const quantity of quantities) {
    const named = figuredProduct.test(text.slice(quantity.start, quantity.end));
    const sign = named ? signs.product : signOf[quantity.kind];
    if (sign === undefined) continue;
    signed += text.slice(at, quantity.start) + sign;
    at = quantity.end;
  }
  return signed + text.slice(at);
}

function canonicalZh(text: string, quantities: readonly Quantity[]): string {
  const named = withSigns(text, quantities)
    .replace(productName, signs.product)
    .replace(payLaterName, signs.payLater);
  const polite = named.replace(politeZh, "");
  const core = polite === "" ? named : polite;
  return core
    .replace(/^\/\p{Script=Han}{1,2}/u, "")
    .replace(spokenZh, "")
    .replace(/[^\p{L}\p{N}\uE000-\uE00F]+/gu, " ")
    .trim();
}

function canonicalEn(text: string, quantities: readonly Quantity[]): string {
  const named = withSigns(text, quantities).replace(/[€£$]/g, " ");
  return named
    .replace(politeEn, "")
    .replace(/n't\b/g, " not")
    .replace(/'(?:m|re|s|ll|ve|d)\b/g, "")
    .replace(/[^\p{L}\p{N}\uE000-\uE00F]+/gu, " ")
    .trim();
}

/** What of a reading the models are shown. */
export interface Sentence {
  text: string;
  quantities: readonly Quantity[];
}

/** A sentence as the model of a language knows it: figures and products as signs, politeness and marks taken off. */
export function canonical({ text, quantities }: Sentence, language: ModelLanguage): string {
  return language === "zh" ? canonicalZh(text, quantities) : canonicalEn(text, quantities);
}
