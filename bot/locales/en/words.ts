/** The field's terms in English. */
import { dailyPercent, percent } from "../../views/figures/figures.ts";
import type { Messages } from "../messages.ts";
import { plural } from "./format.ts";

/** Banks as they call themselves abroad. */
const banks: Record<string, string> = {
  中国银行: "Bank of China",
  中国工商银行: "ICBC",
  工商银行: "ICBC",
  中国建设银行: "China Construction Bank",
  建设银行: "China Construction Bank",
  中国农业银行: "Agricultural Bank of China",
  农业银行: "Agricultural Bank of China",
  交通银行: "Bank of Communications",
  招商银行: "China Merchants Bank",
  邮储银行: "Postal Savings Bank of China",
};

const personas: Messages["words"]["personas"] = {
  ordinary: "Ordinary user",
  whitelisted: "White-listed, very active",
  "low-activity": "Occasional user",
  "no-card": "No bank card",
  "poor-history": "Poor credit history",
  "not-invited": "Not white-listed",
};

export const words: Messages["words"] = {
  stages: {
    welcoming: "Welcome",
    idle: "Home",
    locatingEntry: "Find the entry",
    checkingEligibility: "Eligibility",
    quoting: "Quote",
    confirming: "Confirm the loan",
    reminding: "Calendar and reminders",
    repaying: "Repay",
  },
  methods: { "equal-principal": "Equal principal", "level-payment": "Level payment" },
  purposes: {
    daily: "Everyday spending",
    renovation: "Home renovation",
    education: "Education",
    medical: "Medical",
    travel: "Travel",
  },
  slots: {
    amount: "the amount",
    installments: "the term",
    method: "the repayment method",
    purpose: "the purpose",
  },
  rails: { balance: "Wallet balance", "bank-card": "Bank card", "credit-card": "Credit card" },
  kinds: { due: "Pay this installment", partial: "Pay part", payoff: "Pay it all off" },
  dimensions: {
    social: "social activity",
    payments: "payment behaviour",
    credit: "credit history",
    assets: "assets",
  },
  tiers: {
    "high-activity": "very active users",
    regular: "regular users",
    "low-frequency": "occasional users",
  },
  personas,
  arrival: ({ arrival: how }) => {
    if (how.kind === "at-once") return "arrives at once";
    if (how.kind === "days") return `arrives in ${plural(how.days, "day")}`;
    return `arrives in ${how.minimum}–${how.maximum} working days`;
  },
  fee: ({ fee: { minimum, maximum } }) =>
    Number(maximum) === 0 ? "no fee" : `fee ${percent(minimum)}–${percent(maximum)}`,
  requestSummary: ({ amount, term, method, purpose }) =>
    [
      [amount, term && `over ${term}`].filter(Boolean).join(" "),
      method?.toLowerCase(),
      purpose && `for ${purpose.toLowerCase()}`,
    ]
      .filter(Boolean)
      .join(", "),
  persona: (id) => personas[id as keyof typeof personas] ?? id,
  bank: (name) => banks[name] ?? name,
  months: (count) => plural(count, "month"),
  installment: (number, of) => `installment ${number} of ${of}`,
  dailyRate: (rate) => `${dailyPercent(rate)} a day`,
  annualRate: (rate) => `${percent(rate)} a year`,
};
