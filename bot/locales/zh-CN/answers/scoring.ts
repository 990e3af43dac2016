/** How a borrower was scored, what the limit is made of, and how sound the borrowing is. */

import type { FinancialHealth } from "../../../../domain/affordability/financial-health.ts";
import type { ScorePart, TierName } from "../../../../domain/eligibility/assessment.ts";
import type { Tier } from "../../../../domain/pricing/tier.ts";
import { percent, yuan } from "../../../views/figures/figures.ts";
import { words } from "../words.ts";

const sources: Record<ScorePart["source"], string> = {
  chats: "聊天频率",
  "public-accounts": "公众号互动",
  spending: "消费金额",
  transfers: "转账记录",
  "red-packets": "红包",
  "credit-bureau": "央行征信",
  "platform-record": "平台履约记录",
  "money-fund": "零钱通余额",
  investments: "理财通持仓",
};

const frequency: Record<TierName, string> = {
  "high-activity": "平均每天支付5次以上",
  regular: "平均每月支付3次以上",
  "low-frequency": "每季度支付不超过5次",
};

type HealthPart = FinancialHealth["parts"][number]["name"];

const healthParts: Record<HealthPart, string> = {
  burden: "每月负担",
  punctuality: "按时还款",
  "limit-use": "额度占用",
  cushion: "备用金",
};

const healthLevels: Record<FinancialHealth["level"], string> = {
  good: "不错",
  fair: "还行",
  strained: "偏紧",
};

const healthAdvice: Record<HealthPart, string> = {
  burden: "最吃力的一个月要还的钱占比偏高，先别再借，或者提前还掉一部分。",
  punctuality: "有没按时还的。先把逾期的补上，往后按时还，分数会回来。",
  "limit-use": "额度用得比较满。还掉一部分，留些余地应急。",
  cushion: "手头的备用金不够撑三个月的还款。攒一点再借，会从容些。",
};

/** The tier, and the end of the product's range that held its rate. */
interface TierOfRate extends Tier {
  heldAt?: "lowest" | "highest" | undefined;
}

const held = { highest: "，以产品的最高利率为限", lowest: "，以产品的最低利率为限" };

const tierEffect = ({ name, rateFactor, reviewDays, heldAt }: TierOfRate): string => {
  const change = Number(rateFactor) - 1;
  const effect =
    change === 0
      ? "按基准利率"
      : `利率${change < 0 ? "下浮" : "上浮"}${percent(Math.abs(change).toFixed(4))}`;
  const limit = change !== 0 && heldAt ? held[heldAt] : "";
  return `你属于${words.tiers[name]}（${frequency[name]}），${effect}${limit}，额度每${reviewDays}天重评一次。`;
};

export const scoring = {
  tierEffect,
  notYet: "还没有评估过，所以没有分数。想评，点“借钱”；查征信之前，我会先征得你的授权。",
  gateClosed: "前面的门槛没有过，还没到打分这一步。",
  explained: ({ score, minimum, tier }: { score: string; minimum: string; tier: TierOfRate }): string =>
    `你的综合评分是${score}分，满分100，到${minimum}分可以批。分四项打，得分乘权重就是贡献，加起来就是总分，明细见表。${tierEffect(tier)}`,
  card: {
    title: "评分明细",
    score: "综合评分",
    item: "项目",
    weight: "权重",
    points: "得分",
    contribution: "贡献",
    footnote: "带点的是每一项里面的构成，权重是占这一项的比例。",
    dimension: words.dimensions,
    part: (source: ScorePart["source"]): string => `· ${sources[source]}`,
  },
  limit: {
    title: "额度明细",
    item: "项目",
    amount: "金额",
    granted: (product: string): string => `${product}核定额度`,
    elsewhere: "减：在其他机构未还",
    own: (product: string): string => `${product}额度`,
    overall: "总额度（各产品里最高的）",
    used: "减：在这里未还的本金",
    available: (product: string): string => `现在还能借：${product}`,
    footnote: "各产品共用总额度：一个产品借走的，别的产品也少这么多。",
  },
  health: {
    unknown: "要先评估过，才看得出借款对你重不重。点“借钱”就能评。",
    explained: ({ score, level }: { score: string; level: FinancialHealth["level"] }): string =>
      `你的财务健康分是${score}分，${healthLevels[level]}。这个分只给你自己看，不影响额度和利率。`,
    advice: (part: HealthPart): string => healthAdvice[part],
    title: "财务健康",
    part: (part: HealthPart): string => healthParts[part],
    footnote: "没有收入数据，每月收支按你在微信的消费和转账估算。",
  },
  burden: {
    heavy: ({ month, total, share, line, means, tipped }: Burden): string =>
      `提醒一句：${tipped ? "加上这笔，" : ""}${month}要还 ${yuan(total)}，占你每月收支（按微信消费和转账估算，${yuan(means)}）的${share}，超过了${line}的警戒线。建议少借一点，或者分得久一点；一定要借，也先想好这个月拿什么还。`,
    tight: ({ month, total, share }: Burden): string =>
      `算一下负担：最吃力的是${month}，要还 ${yuan(total)}，约占你每月收支的${share}，留意别排得太满。`,
  },
  month: (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
};

interface Burden {
  month: string;
  total: string;
  share: string;
  line: string;
  means: string;
  tipped: boolean;
}
