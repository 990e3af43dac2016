/** Personas: the made-up people of the sandbox, picked by name. Their ids are the contract; their names are a view's. */
import type { BorrowerFacts } from "../../domain/eligibility/borrower-facts.ts";
import type { BankCard } from "../ports.ts";

export const personaIds = [
  "ordinary",
  "whitelisted",
  "low-activity",
  "no-card",
  "poor-history",
  "not-invited",
] as const;
export type PersonaId = (typeof personaIds)[number];

export interface Persona {
  id: PersonaId;
  maskedName: string;
  card?: BankCard;
  facts: BorrowerFacts;
}

/** Who a borrower is when none was picked. */
const DEFAULT_PERSONA_ID: PersonaId = "ordinary";

/** White-listed, regular tier, middling score: 18 % a year, 0.05 % a day. */
const ordinaryFacts: BorrowerFacts = {
  realNameVerified: true,
  age: 32,
  bankCardBound: true,
  creditAuthorised: true,
  whiteListed: ["weilidai"],
  social: { chatDaysPerMonth: 27, articleReadsPerMonth: 30 },
  payments: {
    paymentsPerDay: 1.5,
    monthlySpending: "4600.00",
    monthlyTransfers: "3200.00",
    redPacketsPerMonth: 8,
  },
  credit: {
    monthsOfHistory: 48,
    overdueLast24Months: 0,
    currentlyOverdue: false,
    onTimeRepaymentsOnPlatform: 6,
  },
  assets: { moneyFund: "12000.00", investments: "20000.00" },
  deposits: "6000.00",
  profile: { city: "hangzhou", occupation: "employee", device: "flagship" },
  elsewhere: { lenders: 1, outstanding: "0.00" },
};

const ordinary: Persona = {
  id: "ordinary",
  maskedName: "李*",
  card: { bank: "招商银行", tail: "6021" },
  facts: ordinaryFacts,
};

const personas: Record<PersonaId, Persona> = {
  ordinary,
  whitelisted: {
    id: "whitelisted",
    maskedName: "陈*华",
    card: { bank: "中国银行", tail: "8810" },
    facts: {
      ...ordinaryFacts,
      age: 38,
      social: { chatDaysPerMonth: 30, articleReadsPerMonth: 54 },
      payments: {
        paymentsPerDay: 7,
        monthlySpending: "9000.00",
        monthlyTransfers: "6400.00",
        redPacketsPerMonth: 18,
      },
      credit: {
        monthsOfHistory: 96,
        overdueLast24Months: 0,
        currentlyOverdue: false,
        onTimeRepaymentsOnPlatform: 12,
      },
      assets: { moneyFund: "30000.00", investments: "60000.00" },
      deposits: "40000.00",
      profile: { city: "shenzhen", occupation: "employee", device: "flagship" },
    },
  },
  "low-activity": {
    id: "low-activity",
    maskedName: "周*",
    card: { bank: "农业银行", tail: "3307" },
    facts: {
      ...ordinaryFacts,
      age: 51,
      social: { chatDaysPerMonth: 18, articleReadsPerMonth: 12 },
      payments: {
        paymentsPerDay: 0.05,
        monthlySpending: "1600.00",
        monthlyTransfers: "2400.00",
        redPacketsPerMonth: 4,
      },
      credit: {
        monthsOfHistory: 72,
        overdueLast24Months: 0,
        currentlyOverdue: false,
        onTimeRepaymentsOnPlatform: 3,
      },
      assets: { moneyFund: "8000.00", investments: "30000.00" },
      profile: { city: "luoyang", occupation: "self-employed", device: "mid-range" },
    },
  },
  "no-card": {
    id: "no-card",
    maskedName: "吴*",
    facts: { ...ordinaryFacts, age: 24, bankCardBound: false },
  },
  "poor-history": {
    id: "poor-history",
    maskedName: "郑*",
    card: { bank: "建设银行", tail: "4412" },
    facts: {
      ...ordinaryFacts,
      age: 41,
      credit: {
        monthsOfHistory: 60,
        overdueLast24Months: 7,
        currentlyOverdue: true,
        onTimeRepaymentsOnPlatform: 1,
      },
      elsewhere: { lenders: 5, outstanding: "46000.00" },
    },
  },
  "not-invited": {
    id: "not-invited",
    maskedName: "孙*",
    card: { bank: "工商银行", tail: "7750" },
    facts: { ...ordinaryFacts, age: 27, whiteListed: [] },
  },
};

/** The persona of that id; the default one for none or an unknown id. */
export function findPersona(id: string | null): Persona {
  return personas[
    (personaIds as readonly string[]).includes(id ?? "") ? (id as PersonaId) : DEFAULT_PERSONA_ID
  ];
}
