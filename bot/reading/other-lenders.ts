/** Whether a text is about other companies' loans rather than those that can be had here. */
import { competitors, lentHere, namesOf } from "./product-names.ts";

/** Other companies' products by name. */
export const otherProduct = new RegExp(namesOf(competitors, "aliases"));
const ourProduct = new RegExp(namesOf(lentHere, "aliases", "lookalikes"));
const ourOwn = /微[信粒]|你们|你这|这里|这儿|这边|在这(?!个)|wechat|\bhere\b|\byou\b/;

/**
 * Whether a normalised text speaks of another company's product alone, such as "hb" or 白条: nothing here can be done
 * about it. Of a whole message the reading knows it (`reading.isElsewhere`).
 */
export const isElsewhere = (text: string): boolean =>
  otherProduct.test(text) && !ourOwn.test(text) && !ourProduct.test(text);
