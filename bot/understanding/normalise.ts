/** Characters that borrowers write traditionally in amounts, terms and commands. */
const simplified = new Map(
  Object.entries({
    萬: "万",
    兩: "两",
    塊: "块",
    個: "个",
    幾: "几",
    億: "亿",
    陸: "六",
    還: "还",
    點: "点",
    貸: "贷",
    額: "额",
    錢: "钱",
    圓: "元",
    圆: "元",
    號: "号",
    週: "周",
    對: "对",
    從: "从",
    來: "来",
    後: "后",
    貳: "二",
    貮: "二",
    參: "三",
    叁: "三",
    壹: "一",
    贰: "二",
    肆: "四",
    伍: "五",
    陆: "六",
    柒: "七",
    捌: "八",
    玖: "九",
    拾: "十",
    佰: "百",
    仟: "千",
    〇: "零",
    幺: "一",
    俩: "两",
    仨: "三",
    廿: "二十",
    叄: "三",
    弍: "二",
    飯: "饭",
    請: "请",
    幫: "帮",
    嗎: "吗",
    麼: "么",
    語: "语",
    簡: "简",
    體: "体",
    開: "开",
    關: "关",
    銀: "银",
    帳: "账",
    賬: "账",
    單: "单",
    費: "费",
    計: "计",
    利: "利",
    率: "率",
    徵: "征",
    現: "现",
    查: "查",
    們: "们",
    這: "这",
    為: "为",
    說: "说",
    話: "话",
    讓: "让",
    換: "换",
    繼: "继",
    續: "续",
    結: "结",
    清: "清",
    總: "总",
    時: "时",
    間: "间",
  }),
);

const dashes = /[‐‑‒–—―−﹣]/g;

/**
 * The text as every rule reads it: NFKC (full-width forms become plain ones), lower case, simplified
 * characters for numerals and common words, one kind of dash and apostrophe, single spaces.
 */
export function normalise(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase().replace(dashes, "-").replace(/[‘’`]/g, "'");
  let plain = "";
  for (const character of folded) plain += simplified.get(character) ?? character;
  return plain.replace(/\s+/g, " ").trim();
}

/** The text without marks, emoji and spaces around and between its words, for comparing phrases. */
export function bare(text: string): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}'+.¥-]+/gu, " ")
    .replace(/[.']+(?=\s|$)/g, "")
    .trim();
}
