/** Pieces of patterns shared by the rules: over normalised text. */
import { englishNumeral } from "../numerals/english-numeral.ts";

const arabic =
  "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d|,\\d)|\\d{1,4}(?:[ ,]0000)+(?!\\d|,\\d)|\\d+(?:\\.\\d+)?|\\.\\d+)";
const han = "[零一二两三四五六七八九十百千万亿]";
/** A unit is one of `han` too: each is to be read in one way only. */
const unit = "(?: [十百千万亿]| ?[wk](?![a-z]))";
const mixed = `(?:${arabic}|半(?=[百千万])|(?:[一二三四五六七八九]?十)?[零一二两三四五六七八九十](?:点[零一二三四五六七八九]+(?=[百千万亿wk])|))(?:${unit}|${han}|(?<!\\d)\\d+(?!\\d)){0,14}`;

/** A numeral in Chinese or Arabic figures, optionally negative. */
export const numeral = `(?:(?:(?:(?<![\\d\\p{L}])|(?<=[借还贷]))[-+] ?|负)?${mixed})`;
export const words = `(?<![a-z])(?:(?:minus|negative) )?${englishNumeral}`;
export const anyNumeral = `(?:${words}|${numeral})`;
/** What makes a numeral yuan, after it. */
export const yuanAfter =
  "(?: ?(?:块钱|块大洋|块|元整|元钱|元|大洋|毛爷爷|人民币|rmb|cny|yuan|kuai|renminbi)(?![a-z])(?:整|人民币)?)";
export const yuanBefore = "(?:¥|￥|rmb|cny|人民币) ?";
export const foreignBefore = "(?:us\\$|hk\\$|nt\\$|a\\$|\\$|€|£|usd|hkd|eur|gbp|美元|港币) ?";
export const foreignAfter =
  "(?: ?(?:美元|美金|美刀|刀(?!具)|港币|港元|港纸|欧元|英镑|日元|日币|韩元|新币|台币|卢布|加元|澳元|比特币|usd|hkd|us dollars?|dollars?|bucks|euros?|eur|gbp|pounds?|quid|yen|jpy|krw|won|rupees?|inr|usdt|btc)(?![a-z]))";
export const monthsAfter =
  "(?: ?个 ?月|[ -]?(?:months?|mths?|mos?|monthly|installments?|instalments?|instalements?|payments?)(?![a-z])| ?期)";
