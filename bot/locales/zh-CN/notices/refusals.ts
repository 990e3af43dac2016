import type { DimensionName, RefusalReason } from "../../../../domain/eligibility/assessment.ts";
import type { RefusalAdvice } from "../../../../domain/eligibility/refusal-help.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { words } from "../words.ts";

type Refusal<Code extends RefusalReason["code"]> = Extract<RefusalReason, { code: Code }>;
type Help = RefusalAdvice["reasons"][number]["help"];
type HelpOf<Name extends Help["help"]> = Extract<Help, { help: Name }>;

const strengthen: Record<DimensionName, string> = {
  social: "平时多用微信聊天、看公众号，这一项会慢慢上来",
  payments: "日常消费、转账多用微信支付，这一项上来得最快",
  credit: "按时还信用卡和其他贷款，记录会越来越好",
  assets: "在零钱通或理财通里留一点钱，这一项会上来",
};

/** Why. */
export const refusals: {
  [Code in RefusalReason["code"]]: (reason: Refusal<Code>, product: string) => string;
} = {
  "no-real-name": () => "还没有实名认证。",
  "no-bank-card": () => "没找到你本人名下绑定的银行卡。",
  "no-credit-authorisation": () => "没有征信授权，就没法评估。",
  age: ({ minimum, maximum }) => `年龄要在${minimum}到${maximum}周岁之间，这是硬性规定。`,
  "not-white-listed": (_, product) => `${product}只对受邀用户开放（白名单制），你目前不在名单里。`,
  "deposit-too-low": ({ minimum }, product) => `${product}要求存款不少于 ${yuan(minimum)}，你的还不够。`,
  "no-consumption-scene": (_, product) => `${product}只用于消费分期，没有看到正在进行的消费。`,
  "currently-overdue": () => "你名下有贷款正在逾期。",
  "poor-credit-history": ({ overdue }) => `近24个月有${overdue}次逾期。`,
  "too-many-lenders": ({ lenders, maximum }) => `你目前在${lenders}家机构有贷款，最多允许${maximum}家。`,
  "score-too-low": ({ score, minimum, weakest }) =>
    `综合评分${score}分，要到${minimum}分才行；最拖分的是${words.dimensions[weakest]}。`,
  "limit-used-elsewhere": ({ outstanding }) =>
    `各个产品共用一个总额度，你在别处还有 ${yuan(outstanding)} 没还，额度已经用完。`,
};

/** What would help. */
export const refusalHelp: { [Name in Help["help"]]: (help: HelpOf<Name>) => string } = {
  "verify-real-name": () => "先在微信支付里完成实名。",
  "bind-bank-card": () => "在微信“我 → 服务 → 钱包 → 银行卡”里绑一张本人的卡。",
  "authorise-credit-report": () => "愿意授权的时候，随时可以重新来。",
  "age-is-fixed": ({ minimum }) => `还不到${minimum}周岁的话，到了再来；已经超龄的，我帮不上，很抱歉。`,
  "try-other-products": () =>
    "名单由放款机构定，没法申请，也别信花钱能进的；可以看看下面别的产品，门槛不一样。",
  "raise-deposit": ({ to }) => `存到 ${yuan(to)} 以上就符合这一条。`,
  "pay-for-a-purchase": () => "选好要买的东西，从商家的结账页过来。",
  "settle-overdue": () => "先把逾期的还清，等记录更新。",
  "keep-clean-record": ({ months }) => `接下来按时还款，满${months}个月的旧记录就不再计入。`,
  "close-other-loans": ({ count }) => `结清其中${count}家就符合。先结清利率高、金额小的最划算。`,
  "raise-score": ({ dimension, points }) => `还差${points}分。${strengthen[dimension]}。`,
  "repay-elsewhere": () => "还掉一部分，额度就会腾出来。",
};

export const refusalAdvice = {
  onceCardIsBound: "绑好了跟我说一声“绑好了”，马上接着办，不用等。征信还没查，不会留下记录。",
  tryAgainFrom: (day: string): string =>
    `最早${date(day)}再来评估比较合适。每评一次就多一条征信查询记录，条件没变之前不用反复试。`,
};

export const unknownRefusal = "有一项条件没有满足。可以发“人工”，请放款机构的客服帮你看原因。";
