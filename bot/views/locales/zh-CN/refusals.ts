import type { DimensionName, RefusalReason } from "../../../../domain/assessment.ts";
import { yuan } from "../../figures.ts";
import { words } from "./words.ts";

type Refusal<Code extends RefusalReason["code"]> = Extract<RefusalReason, { code: Code }>;

const strengthen: Record<DimensionName, string> = {
  social: "平时多用微信聊天、看公众号，这一项会慢慢上来",
  payments: "日常消费、转账多用微信支付，这一项会上来得最快",
  credit: "按时还信用卡和其他贷款，记录会越来越好",
  assets: "在零钱通或理财通里留一点钱，这一项会上来",
};

/** Why, and what would help. */
export const refusals: {
  [Code in RefusalReason["code"]]: (reason: Refusal<Code>, product: string) => string;
} = {
  "no-real-name": () => "还没有实名认证。先在微信支付里完成实名，再来评估。",
  "no-bank-card": () => "没找到你本人名下绑定的银行卡。在微信“我 → 服务 → 钱包 → 银行卡”里绑一张，再回来试。",
  "no-credit-authorisation": () => "没有征信授权，就没法评估。什么时候愿意授权，什么时候都能重新来。",
  age: ({ minimum, maximum }) =>
    `年龄要在${minimum}到${maximum}周岁之间，这是硬性规定。还不到${minimum}周岁的话，到了再来。`,
  "not-white-listed": (_, product) =>
    `${product}只对受邀用户开放（白名单制），你目前不在名单里。名单由放款机构更新，没法申请加入；多用微信支付、按时还款会有帮助，也可以先看看别的产品。`,
  "deposit-too-low": ({ minimum }, product) =>
    `${product}要求存款不少于 ${yuan(minimum)}。存够之后再来评估。`,
  "no-consumption-scene": (_, product) =>
    `${product}只用于消费分期，没有看到正在进行的消费。选好要买的东西，结账时再来。`,
  "currently-overdue": () => "你名下有贷款正在逾期。先还清它，等记录更新后再来评估。",
  "poor-credit-history": ({ overdue }) =>
    `近24个月有${overdue}次逾期。接下来按时还款，满24个月的旧记录就不再计入。`,
  "too-many-lenders": ({ lenders, maximum }) =>
    `你目前在${lenders}家机构有贷款，最多允许${maximum}家。结清${lenders - maximum}家，再来评估。`,
  "score-too-low": ({ score, minimum, weakest }) =>
    `综合评分${score}分，要到${minimum}分才行；最弱的是${words.dimensions[weakest]}。${strengthen[weakest]}。`,
  "limit-used-elsewhere": ({ outstanding }) =>
    `各个产品共用一个总额度，你在别处还有 ${yuan(outstanding)} 没还，额度已经用完。还掉一部分，额度就会腾出来。`,
};

export const unknownRefusal = "有一项条件没有满足。可以发“人工”，请放款机构的客服帮你看原因。";
