/** The field's terms in Chinese. */
import type { DimensionName, TierName } from "../../../domain/eligibility/assessment.ts";
import type { RepaymentKind } from "../../../domain/loan/loan-position.ts";
import type { RepaymentMethod } from "../../../domain/pricing/quote.ts";
import type { Rail, RailId } from "../../../domain/repayment/rails.ts";
import type { Purpose } from "../../../machines/request-schema.ts";
import type { Topic } from "../../../machines/topics.ts";
import type { PersonaId } from "../../../partners/sandbox/personas.ts";
import { dailyPercent, percent } from "../../views/figures/figures.ts";
import type { JourneyStage } from "../../views/journey-path.ts";

const stages: Record<JourneyStage, string> = {
  welcoming: "开始",
  idle: "主页",
  locatingEntry: "找入口",
  checkingEligibility: "看资格",
  quoting: "报价",
  confirming: "确认借款",
  reminding: "还款日历与提醒",
  repaying: "还款",
};

const methods: Record<RepaymentMethod, string> = {
  "equal-principal": "等额本金",
  "level-payment": "等额本息",
};

const purposes: Record<Purpose, string> = {
  daily: "日常消费",
  renovation: "装修",
  education: "教育",
  medical: "医疗",
  travel: "旅行",
};

const slots = { amount: "金额", installments: "期数", method: "还款方式", purpose: "用途" };

const rails: Record<RailId, string> = {
  balance: "零钱",
  "bank-card": "银行卡",
  "credit-card": "信用卡代还",
};

const kinds: Record<RepaymentKind, string> = {
  due: "还本期",
  partial: "还一部分",
  payoff: "全部还清",
};

const dimensions: Record<DimensionName, string> = {
  social: "社交活跃度",
  payments: "支付行为",
  credit: "信用历史",
  assets: "资产状况",
};

const tiers: Record<TierName, string> = {
  "high-activity": "高活跃用户",
  regular: "普通用户",
  "low-frequency": "低频用户",
};

const topics: Record<Topic, string> = {
  "credit-report": "会上征信吗",
  rate: "利率怎么算",
  limit: "额度有多少",
  "early-payoff": "能提前还吗",
  overdue: "逾期会怎样",
  "how-to-repay": "怎么还款",
  safety: "信息安全吗",
  products: "有哪些产品",
  score: "怎么评的分",
  "why-amount": "为什么是这个数",
  comparison: "几家比一比",
  platforms: "平台对比",
  visibility: "为什么看不到入口",
  health: "我的财务健康",
  eligibility: "我能不能借",
  schedule: "哪天还、还多少",
  "due-date": "能改还款日吗",
  purpose: "能用来做什么",
  payout: "钱多久到账",
  "payment-status": "还款到账没有",
  "loan-status": "办到哪一步了",
  account: "手机号、银行卡、注销",
  contract: "合同和结清证明",
  elsewhere: "别家的产品",
  "who-knows": "会告诉别人吗",
  pursuit: "不还会怎么催",
  lender: "是谁放的款",
  waiver: "罚息能减免吗",
  bargain: "利息能少点吗",
  documents: "要什么材料",
  "upfront-fee": "要先交钱吗",
  "not-mine": "不是我借的",
  trust: "是不是骗子",
  erase: "能删掉我的资料吗",
  terms: "这些词什么意思",
  "contact-hours": "几点会联系我",
  hotline: "客服电话是多少",
  taken: "会自己扣我的钱吗",
  regret: "签了能反悔吗",
  minimum: "有最低还款吗",
  distress: "心里很难受",
};

const personas: Record<PersonaId, string> = {
  ordinary: "普通用户",
  whitelisted: "白名单高活跃用户",
  "low-activity": "低频用户",
  "no-card": "没绑银行卡",
  "poor-history": "信用记录不好",
  "not-invited": "不在白名单",
};

function arrival({ arrival: how }: Rail): string {
  if (how.kind === "at-once") return "实时到账";
  if (how.kind === "days") return `T+${how.days}到账`;
  return `${how.minimum}–${how.maximum}个工作日到账`;
}

function fee({ fee: { minimum, maximum } }: Rail): string {
  if (Number(maximum) === 0) return "免手续费";
  return `手续费${percent(minimum)}–${percent(maximum)}`;
}

interface RequestSummary {
  amount: string | undefined;
  term: string | undefined;
  method: string | undefined;
  purpose: string | undefined;
}

const requestSummary = ({ amount, term, method, purpose }: RequestSummary): string =>
  [amount && `借 ${amount}`, term && `分${term}`, method, purpose && `用于${purpose}`]
    .filter(Boolean)
    .join("，");

export const words = {
  stages,
  methods,
  purposes,
  slots,
  rails,
  kinds,
  dimensions,
  tiers,
  topics,
  personas,
  arrival,
  fee,
  requestSummary,
  /** A persona's name; one that is no longer known goes by its id. */
  persona: (id: string): string => personas[id as PersonaId] ?? id,
  /** Banks keep their own names. */
  bank: (name: string): string => name,
  months: (count: number): string => `${count}期`,
  installment: (number: number, of: number): string => `第${number}期（共${of}期）`,
  dailyRate: (rate: string): string => `日利率${dailyPercent(rate)}`,
  annualRate: (rate: string): string => `年利率${percent(rate)}`,
};
