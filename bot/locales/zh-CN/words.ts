/** The field's terms in Chinese. */

import type { DimensionName, TierName } from "../../../domain/eligibility/assessment.ts";
import type { RepaymentKind } from "../../../domain/loan/loan-position.ts";
import type { RepaymentMethod } from "../../../domain/pricing/quote.ts";
import type { Rail, RailId } from "../../../domain/repayment/rails.ts";
import type { Purpose } from "../../../machines/request-schema.ts";
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
