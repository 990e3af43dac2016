import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { date, plural } from "../format.ts";
import { graceWords, penaltyWords } from "../penalty.ts";

const sentences = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(" ");

export const topics: Messages["topics"] = {
  whoKnows:
    "Your loan stays between us: I do not contact your employer, school, family or friends, I have no access to your contacts, and I ask for no emergency contact. Even when a payment is late, the text message, the call and the legal letter go to you alone. If somebody does go to them about it, note the time and the number and send “human” to complain. Loans and repayments are reported to the central bank's credit bureau.",
  pursuit: ({ overdue, from }) =>
    sentences(
      overdue && `You are overdue now: ${yuan(overdue)} brings it up to date today.`,
      `There are three steps, and all of them go to you alone: a text message from day ${from.sms} past due, a call from the lender's customer service from day ${from.call}, a legal letter from day ${from.letter}. Nobody visits you, and neither family nor employer is contacted.`,
      "Whether there is a lawsuit after that, and what the law says then, is for the lender and the courts; I cannot speak for them. Promising a day, asking for more time or talking to a person early is better than waiting.",
    ),
  grace: (penalty) => graceWords(penalty),
  waiver: ({ overdue }) =>
    overdue
      ? `The penalty follows from the contract; I cannot waive or reduce it, nor promise it for the lender. ${yuan(overdue)} brings you up to date today, and each day earlier is a day's penalty less. If you cannot pay now, promise a day or ask for more time (the penalty runs on); to ask for a waiver, talk to the lender's customer service through “human”.`
      : "The penalty follows from the contract; I cannot waive or reduce it, nor promise it for the lender. You are not overdue, so you pay none, and none comes as long as you pay on time.",
  bargain: ({ dailyRate }) =>
    `${dailyRate ? `Your ${dailyRate} comes from the assessment` : "The rate comes from the assessment"}; I cannot bargain. Three things make the interest less: a shorter term; equal principal, which costs less in all; and paying early, since interest runs only to the day you pay.`,
  documents:
    "Three things only, and by yourself: your name and age are checked, a bank card of your own is bound, and you authorise one credit check. No collateral, guarantor, social insurance or payslips, no branch to visit and no call to wait for; it usually takes minutes.",
  upfrontFee:
    "No, nothing before the payout: no deposit, no membership, no “unfreezing” fee. Whoever asks you to pay first is a fraud; do not send it. If you already have, call the police on 110 at once.",
  notMine: ({ lender }) =>
    `Look at “My loans” first. If there is one that you did not take, tell the customer service of the lender (${lender}) at once and report it to the police on 110. Here nothing can be borrowed without a face check and your last confirmation. Give passwords and codes to nobody, and send no money because a stranger says so.`,
  trust: ({ lender }) =>
    `You are right to be careful. Check three things: I take nothing before the payout; I never ask for passwords or codes; the contract is with ${lender}, which pays straight to a card in your own name. If one of them is not so, stop. Everything is written out before each step, and nothing is borrowed without your last confirmation.`,
  erase: ({ lender }) =>
    `I can neither delete data nor take back a consent that was given: the conversation, quotes, contracts and repayments are kept for the accounts. Without a new application your credit is not checked again. To have data deleted or a consent withdrawn, ask the customer service of ${lender}; to see what I keep, send “my data”.`,
  terms: [
    "· Principal: the money you receive. Interest: what you pay for each day, the daily rate times the principal still open.",
    "· APR (simple): the interest as a share of the principal over a year. APR (compounded): the same money with interest on interest reckoned in, so the figure is higher.",
    "· Equal principal: the same principal every month and less interest each time; costs less in all. Level payment: about the same amount every month; costs a little more.",
    "· Penalty: what principal costs extra for each day after its due date.",
  ].join("\n"),
  contactHours: ({ from, to, most, call, daysBefore }) =>
    `With a loan, I remind you alone, by a message ${daysBefore === 0 ? "on the due date" : `${plural(daysBefore, "day")} before the due date and on the day`}. My reminders keep out of the hours from ${from} to ${to}, come to ${most} a day at most, and you can choose the hour. Calls are the lender's customer service's, from day ${call} past due; at what hour and how often is up to them, I cannot say.`,
  hotline: ({ lender }) =>
    `I quote no phone number here, so that you never call a wrong one: use the contact and hours given on the official channels of the lender (${lender}). To have a person answer you here, send “human” and I register it.`,
  taken:
    "Nothing is taken quietly. Only if you turn on automatic deduction is a payment taken on its due date, from the balance or bank card that you chose, and you can turn it off at any time; otherwise it waits for you to press “Repay”. Your wages and your WeChat account I can neither touch nor freeze.",
  regret:
    "Until you press the last confirmation you can cancel at any time: no loan, no charge. After it the money is paid out at once and that cannot be undone; if you change your mind then, pay it off early, and interest runs only to that day.",
  minimum: ({ next, penalty }) =>
    sentences(
      "There is no minimum payment and no paying interest only: each installment is principal and interest together.",
      next && `Your next payment is ${yuan(next.amount)} on ${date(next.dueDate)}.`,
      `If that is too much you can pay a part; ${penaltyWords.ofTheRest(penalty)}`,
    ),
  lender: {
    of: ({ product, lender }) => `${product} is lent by ${lender}.`,
    loan: ({ number, lender }) => `Loan ${number} was lent by ${lender}.`,
    jiedao:
      "Jiedao helps you borrow and lends nothing itself; the contract, too, is between you and the lender.",
    card: (card) => `The money goes to your own card, ${card}.`,
  },
  distress:
    "I am worried about you. However hard the money is, it can be sorted out step by step, and you matter more than any loan. Please talk to somebody you trust right now, or call 12356, China's mental health line; if you are in danger, call 120 or 110. The loan can wait; I keep your place.",
};
