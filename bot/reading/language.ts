import type { Locale } from "../messages.ts";

/** "zh-CN" for any Chinese character, "en" for English words; absent for figures, emoji and other scripts. */
export function detectLanguage(text: string): Locale | undefined {
  if (/\p{Script=Han}/u.test(text)) return "zh-CN";
  return /[a-z]{2,}/i.test(text) ? "en" : undefined;
}

/** Names, abbreviations and small words that are typed in either language. */
const ofBoth =
  /微信|微粒贷|小鹅花钱|小鹅|度小满|360借条|支付宝|借呗|花呗|京东|金条|白条|抖音|放心借|\p{Script=Han}{2}银行|\b(?:we ?\d+|wechat|weixin|weilidai|xiao'?e|huaqian|alipay|jiebei|huabei|jingdong|apr|lpr|app|pos|sms|id|vip|ok|okay|hi|hello|hey|bye|thanks|yes|no)\b/giu;
/** Words of English sentences that no pinyin is spelt like. */
const english =
  /^(?:i|i'm|i'd|i'll|i've|my|your|the|is|are|am|was|it|it's|to|of|for|from|in|on|at|with|over|and|or|but|if|not|what|what's|how|when|where|why|which|who|much|many|do|don't|does|did|have|has|had|will|would|could|should|can't|want|need|like|borrow|loan|pay|repay|money|months?|interest|please|this|that|there|be|been|get|give|about|early|days?)$/;
/** Such words that pinyin may spell as well. */
const maybeEnglish = /^(?:a|an|can|me|you|he|she|long)$/;

function isEnglish(words: readonly string[]): boolean {
  const sure = words.filter((word) => english.test(word)).length;
  const likely = sure + words.filter((word) => maybeEnglish.test(word)).length;
  return words.length >= 3 && sure > 0 && likely >= 2;
}

/** The other language, where a message is plainly in it: a mixed or a short one, a name, a figure say nothing. */
export function changedLanguage(text: string, locale: Locale): Locale | undefined {
  const plain = text.normalize("NFKC").toLowerCase().replace(/’/g, "'").replace(ofBoth, " ");
  const words = plain.match(/[a-z][a-z']*/g) ?? [];
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(plain)) return undefined;
  if (locale === "en") return han >= 3 + 2 * words.length ? "zh-CN" : undefined;
  return han === 0 && isEnglish(words) ? "en" : undefined;
}
