/** What is known of a borrower from the partners, before any judgement. */

/** Sources named by the seed's eligibility table; each figure is what that source reports. */
export interface BorrowerFacts {
  realNameVerified: boolean;
  /** Completed years. */
  age: number;
  bankCardBound: boolean;
  creditAuthorised: boolean;
  /** Products on whose white list the borrower stands. */
  whiteListed: string[];
  /** 社交活跃度: chats and public-account interactions. */
  social: { chatDaysPerMonth: number; articleReadsPerMonth: number };
  /** 支付行为: consumption, transfers, red packets; `paymentsPerDay` over the last quarter decides the tier. */
  payments: {
    paymentsPerDay: number;
    monthlySpending: string;
    monthlyTransfers: string;
    redPacketsPerMonth: number;
  };
  /** 信用历史: the central bank's bureau and performance on the platform. */
  credit: {
    monthsOfHistory: number;
    overdueLast24Months: number;
    currentlyOverdue: boolean;
    onTimeRepaymentsOnPlatform: number;
  };
  /** 资产状况: 零钱通 balance and 理财通 holdings, yuan. */
  assets: { moneyFund: string; investments: string };
  /** Bank deposits, yuan: WE2000's rule. */
  deposits: string;
  /** Static data for the first grant. */
  profile: { city: string; occupation: string; device: string };
  /** Multiple lending and limit sharing: what is outstanding at other lenders and products. */
  elsewhere: { lenders: number; outstanding: string };
}
