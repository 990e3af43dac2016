/** Whether a text is about other companies' loans rather than those that can be had here. */
import { competitors, lentElsewhere, lentHere, namesOf } from "./product-names.ts";

const otherProduct = new RegExp(namesOf(competitors, "aliases"));
const elsewhereBy = lentElsewhere.map((product) => ({
  id: product.id,
  named: new RegExp(namesOf([product], "aliases")),
}));

/** Whether a normalised text names one of these products of other companies; "any" is any of them. */
export const namesOther = (text: string, ids: readonly string[]): boolean =>
  (ids.includes("any") && otherProduct.test(text)) ||
  elsewhereBy.some(({ id, named }) => ids.includes(id) && named.test(text));
const ourProduct = new RegExp(namesOf(lentHere, "aliases", "lookalikes"));
const ourOwn = /微[信粒]|你们|你这|这里|这儿|这边|在这(?!个)|wechat|\bhere\b|\byou\b/;

/**
 * Whether a normalised text speaks of another company's product alone, such as "hb" or 白条: nothing here can be done
 * about it. Of a whole message the reading knows it (`reading.isElsewhere`).
 */
export const isElsewhere = (text: string): boolean =>
  otherProduct.test(text) && !ourOwn.test(text) && !ourProduct.test(text);
