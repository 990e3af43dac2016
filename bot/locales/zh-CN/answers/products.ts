/** Products: chosen, changed, explained, compared; and what a cart at a checkout comes to. */
import type { Product } from "../../../../domain/product/catalogue.ts";
import { asked, percent, yuan } from "../../../views/figures/figures.ts";
import { either } from "../format.ts";

interface Example {
  amount: string;
  months: number;
  /** At the borrower's own rate. */
  own: boolean;
  rate: string;
  installment: string;
  interest: string;
  total: string;
}

interface Named {
  amount?: string | undefined;
  installments?: number | undefined;
  terms: readonly number[];
}

const dropped = { amount: "金额", installments: "期数" };

export const products = {
  changed: ({ to, lender }: { to: string; lender: string }): string =>
    `换成${to}（${lender}）了，额度、利率和期数都按它的来。`,
  changedKept: (from: string): string => `${from}的评估我留着，换回去还能用。`,
  changedQuoteVoided: (from: string): string => `${from}的报价作废，没有产生借款。`,
  changedDropped: (slots: readonly (keyof typeof dropped)[]): string =>
    `之前说的${slots.map((slot) => dropped[slot]).join("和")}这里没有，要重新选。`,
  explained: {
    referral: (name: string): string =>
      `${name}不是我这里的产品：微信只是把你带过去，额度、利率和合同都由它自己定，我不能替它评估或报价。要办的话，在它的官方渠道看清年化利率、还款总额和放款机构；先交钱才放款的，一律别信。`,
    comparison: (name: string): string =>
      `${name}是别家平台的产品，我只能拿公开资料帮你比较，不能评估、报价，也办不了。`,
    unstated: (name: string): string =>
      `${name}的放款机构、额度和利率都没有公开资料，我不乱报。能直接报价的产品见下面。`,
  },
  forProduct: ({ product, lender }: { product: string; lender: string }): string =>
    `这次评估的是${product}，放款机构是${lender}。`,
  list: {
    title: "能在这里评估和报价的产品",
    product: "产品",
    lender: "放款机构",
    maximum: "最高额度",
    rate: "年利率",
    terms: "期数",
  },
  rules: {
    "white-list": "白名单制",
    deposit: "看存款",
    "consumption-scene": "看消费场景",
  } satisfies Record<NonNullable<Product["rule"]>, string>,
  rule: "门槛",
  example: {
    costs: ({ amount, months, own, rate, installment, interest, total }: Example): string =>
      `打个比方：借 ${yuan(amount)}，分${months}期，按${own ? "你的" : "公布的"}年利率${rate}、等额本息算，每期大约还 ${installment}，利息一共 ${interest}，连本带息 ${total}。这只是举例，${own ? "" : "你的利率评估后才知道，"}准数看报价。`,
    missing: ({ amount, installments, terms }: Named): string => {
      const asked = [amount ? "" : "借多少", installments ? "" : `分几期（${either(terms)}期）`];
      return `想知道一共要还多少？告诉我${asked.filter(Boolean).join("、")}，我给你打个比方。`;
    },
  },
  compare: {
    text: ({ amount, months }: { amount: string; months: number }): string =>
      `借 ${yuan(amount)}，分${months}期，几家放在一起看，都按等额本息、每月等长来算。`,
    offered: (names: readonly string[]): string =>
      `${names.join("、")}用的是你自己的利率；其余是公开的利率区间，你能拿到多少，要它们评估了才知道。`,
    notOffered: "这些都是公开的利率区间，你能拿到多少，评估了才知道。",
    title: ({ amount, months }: { amount: string; months: number }): string => `${yuan(amount)}，${months}期`,
    product: "产品",
    installment: "每期还",
    cost: "总利息",
    rate: "年化（单利）",
    speed: "到账",
    reporting: "征信",
    unknown: {
      "not-stated": "未公布",
      "above-maximum": "超出最高额度",
      "term-not-offered": "没有这个期数",
    },
    footnote: ({ asOf }: { asOf: string }): string => `公开资料截至${asOf}年，以各家页面为准。`,
  },
  platforms: {
    text: "三家平台的公开指标放在一起是这样。额度和利率都是区间，别只看最低的那个数，看自己批下来多少。",
    title: "平台对比",
    maximum: "最高额度",
    rate: "年化利率",
  },
  speed: (speed: Product["payoutSpeed"]): string => {
    if (!speed) return "未公布";
    return speed.kind === "instant" ? "即时" : `平均${speed.hours}小时`;
  },
  reporting: (reporting: Product["creditReporting"]): string => {
    if (!reporting) return "未公布";
    return reporting === "always" ? "上征信" : "选择性上报";
  },
  range: (low: string, high: string): string => (low === high ? low : `${low}–${high}`),
  unstated: "未公布",
  terms: (terms: readonly number[]): string => `${terms.join("、")}期`,
  aboveCap: ({ apr, cap }: { apr: string; cap: string }): string =>
    `这笔算下来年化${percent(apr)}，超过${percent(cap)}的上限，我不会给你这样的报价，也劝你别在别处接受。这次先停在这里，没有产生借款；可以看看别的产品。`,
  purchase: {
    begun: ({ merchant, amount, product }: { merchant: string; amount: string; product: string }): string =>
      `在${merchant}的购物车 ${yuan(amount)}，可以用${product}分期付。钱直接付给${merchant}，不经过你的银行卡。`,
    unknownMerchant: "这个商家还没有接入，我没法把钱付给它。接入的商家结账时选“分期”就能来到这里。",
    badAmount: ({ minimum, maximum }: { minimum: string; maximum: string }): string =>
      `这个金额没法分期：购物车要在 ${yuan(minimum)} 到 ${yuan(maximum)} 之间。`,
    downPayment: ({ merchant, amount }: { merchant: string; amount: string }): string =>
      `其余 ${yuan(amount)} 由你在${merchant}结账时自己付。`,
    downPaymentTaken: ({
      merchant,
      amount,
      financed,
    }: {
      merchant: string;
      amount: string;
      financed: string;
    }): string => `首付 ${yuan(amount)} 由你在${merchant}结账时自己付，其余 ${yuan(financed)} 用借款付。`,
    badDownPayment: ({ given, cart, maximum }: { given: string; cart: string; maximum: string }): string =>
      `首付不能是 ${asked(given)}：购物车一共 ${yuan(cart)}，首付可以是 ¥0 到 ${yuan(maximum)}，其余用借款付。`,
    payee: ({ merchant, order }: { merchant: string; order: string }): string =>
      `${merchant}（订单 ${order}）`,
  },
};
