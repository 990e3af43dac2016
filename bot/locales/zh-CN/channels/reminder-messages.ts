import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";

export interface ReminderFigures {
  loanNumber: string;
  installment: number;
  of: number;
  dueDate: string;
  amount: string;
  /** Days to the due date, or past it. */
  days: number;
}

/** What a campaign writes, beyond the words that a reminder has in any chat. */
export const reminderMessages = {
  chat: ({ notice, loanNumber }: { notice: string; loanNumber: string }): string =>
    `${notice}\n\n借款编号 ${loanNumber}。要还的话，回复“还款”；还不上，回复“还不上”；已经还了，回复“已还”。`,
  /** Text messages are short, and say who writes. */
  sms: {
    before: ({ loanNumber, installment, of, dueDate, amount, days }: ReminderFigures): string =>
      `【借道】借款${loanNumber}第${installment}/${of}期还有${days}天到期：${date(dueDate)}应还${yuan(amount)}。`,
    due: ({ loanNumber, installment, of, amount }: ReminderFigures): string =>
      `【借道】借款${loanNumber}第${installment}/${of}期今天到期，应还${yuan(amount)}。`,
    "overdue-1": ({ loanNumber, installment, of, amount, days }: ReminderFigures): string =>
      `【借道】借款${loanNumber}第${installment}/${of}期已逾期${days}天，今天要还${yuan(amount)}，还上即停收罚息。`,
    "overdue-2": ({ loanNumber, installment, of, amount, days }: ReminderFigures): string =>
      `【借道】借款${loanNumber}第${installment}/${of}期已逾期${days}天，今天要还${yuan(amount)}。还不上请联系放款机构商量。`,
    "overdue-3": ({ loanNumber, installment, of, amount, days }: ReminderFigures): string =>
      `【借道】借款${loanNumber}第${installment}/${of}期已逾期${days}天，今天要还${yuan(amount)}。再不处理将寄出法律函告。`,
  },
};
