import type { DeductionSource } from "../../../../domain/repayment/deduction-sources.ts";
import { yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { arrivesBy, date, moment, plural } from "../format.ts";

/** Follows "from". */
export const sources: Record<DeductionSource, string> = {
  balance: "your wallet balance",
  "bank-card": "your bank card",
  "balance-then-card": "your balance, or your bank card where that does not suffice",
};

const promiseStatuses = { open: "not yet due", kept: "kept", broken: "not kept" } as const;
const decisions = { waiting: "no answer yet", approved: "approved", declined: "not approved" } as const;

const inAll = ({ amount, penalty }: { amount: string; penalty: string }): string =>
  Number(penalty) > 0 ? `${yuan(amount)} (${yuan(penalty)} of it penalty)` : yuan(amount);

const between = ({ from, to }: { from: string; to: string }): string =>
  `between ${date(from)} and ${date(to)}`;

export const arrangements: Messages["arrangements"] = {
  sources,
  settings: {
    hour: (hour) => `· Time of reminders: ${hour}:00.`,
    stopped: "· Reminders are off, but for two notices that have to be sent.",
    snooze: (until) => `· One more reminder at ${moment(until)}.`,
    deduction: (source) =>
      source ? `· Automatic deduction: from ${sources[source]}.` : "· Automatic deduction: off.",
    promise: ({ promisedOn, amount, status }) =>
      `· Your promise: ${yuan(amount)} on ${date(promisedOn)} (${promiseStatuses[status]}).`,
    extension: ({ until, decision }) => `· More time, until ${date(until)}: ${decisions[decision]}.`,
  },
  chooseHour: ({ hour }) =>
    `At what hour shall I remind you? It is ${hour}:00 now. Any full hour from 8:00 to 21:00; nobody is disturbed between 22:00 and 8:00.`,
  hourSaved: ({ hour }) => `Noted: I remind you at ${hour}:00.`,
  hourRefused: {
    quiet:
      "Between 22:00 and 8:00 no reminders are sent, by rule. Please choose a full hour from 8:00 to 21:00.",
    "not-whole": "Reminders come at full hours only; please choose one from 8:00 to 21:00.",
  },
  daysRefused: ({ most }) => `${most} days before is the most; please give a whole number from 0 to ${most}.`,
  stopped:
    "All right, no more reminders. Two notices still have to be sent: on the first day overdue, when a penalty starts and the credit bureau is told, and the last one before a legal letter. Send “resume reminders” to have them back.",
  resumed: ({ daysBefore, hour }) =>
    `Reminders are on again: ${daysBefore === 0 ? "on the due date" : `${plural(daysBefore, "day")} before and on the day`}, at ${hour}:00.`,
  snoozed: ({ until, moved }) =>
    `${moved ? "I don't disturb you between 22:00 and 8:00, so I" : "Fine, I"} remind you at ${moment(until)}. If you have paid by then, I stay silent.`,
  snoozeRefused: {
    past: "That time has passed; please name a later one.",
    "too-far": "31 days from now is the latest; please name an earlier time.",
  },
  nothingOwed: "You have nothing to repay at the moment.",

  paid: {
    found: "This is what I find:",
    booked: ({ on, amount, rail }) => `· ${yuan(amount)} on ${date(on)}, by ${rail.toLowerCase()}, booked.`,
    onTheWay: ({ amount, arrivesOn }) =>
      `· ${yuan(amount)} on its way, to arrive by ${arrivesBy(arrivesOn)}; until then nobody presses you.`,
    nothing:
      "I find no repayment of yours in the last 30 days, and none on its way. From a bank card it takes 1 to 2 working days; what was paid elsewhere I cannot see. Look again later, or ask a person to check.",
    settled: "Nothing is left to pay.",
    again: "Look again",
  },

  hardship: {
    opening: "That happens, and it can be talked about. Good that you say so early.",
    due: (claimed) => `To be paid today: ${inAll(claimed)}.`,
    coming: ({ dueDate, amount }) =>
      `The next payment is ${yuan(amount)}, due on ${date(dueDate)}; nothing is overdue yet.`,
    ways: "· Promise a day: you choose it, and nobody reminds you before.\n· Ask for more time: the lender's staff decide.\n· Be contacted: tell a person how things are.\n· Pay a part: the penalty goes on for the rest alone.",
  },
  promise: {
    choose: (days) =>
      `When can you pay? Choose a day ${between(days)}, or write it, such as “500 on the 15th”. Without an amount it is what is to be paid that day.`,
    made: ({ promisedOn, amount }) =>
      `Noted: ${yuan(amount)} on ${date(promisedOn)}. Until then the usual reminders and automatic deductions rest, and I come back to you that day. Notices that have to be sent still are.`,
    penalty: ({ on, ...claimed }) =>
      Number(claimed.penalty) > 0
        ? `A promise does not waive the penalty: on ${date(on)} it comes to ${inAll(claimed)} in all. Each day sooner saves a day of it.`
        : `Paid in full by ${date(on)}, ${yuan(claimed.amount)}, it bears no penalty.`,
    withdrawn: "All right, the promise is taken back, and reminders come as usual.",
    refused: (days) => `That day does not work; it can be one ${between(days)}.`,
    dayHasCome: ({ amount }) => `Today is the day that you named for paying ${yuan(amount)}.`,
  },
  extension: {
    choose: (days) =>
      `Until when do you need? Choose a day ${between(days)}, or write it. The lender's staff decide, and may say no.`,
    meaning: ({ on, installment, ...claimed }) =>
      `It covers installment ${installment}; you are reminded of the others as usual. If they agree, nobody reminds you of this one and nothing is deducted for this loan until then; the due date stays, and so does the penalty: ${inAll(claimed)} for installment ${installment} on ${date(on)}.`,
    asked: ({ until }) =>
      `Your request for time until ${date(until)} is with the lender's staff. You hear the outcome here; until then everything stays as it is.`,
    pending: ({ until }) =>
      `Your request for time until ${date(until)} is still with the lender's staff; I tell you as soon as they have decided. It cannot be taken back here; to do that, have staff contact you.`,
    refused: (days) => `That day does not work; it can be one ${between(days)}.`,
    approved: ({ until }) => `The lender agrees: you have until ${date(until)}.`,
    approvedPlain: "The lender agrees to more time.",
    declined: "The lender did not agree to more time. You can promise a day, or pay a part.",
    dayHasCome: "The time that you were given ends today.",
  },
  person: {
    asked: {
      contact: "Registered: the lender's staff see what you wrote, and their answer comes here.",
      complaint:
        "Your complaint is registered: the lender's staff see what you wrote, and the outcome comes here.",
      lawyer:
        "Registered: the lender's staff see that your lawyer is to be spoken to; how they go about it, they tell you here.",
      bereavement:
        "I am very sorry for your loss. It is registered: the lender's staff see what you wrote, and tell you here what happens next.",
      "stop-contact":
        "Your demand that collection stop is registered: the lender's staff see what you wrote, and their answer comes here.",
    },
    again: {
      contact:
        "It is registered already and waits for the lender's staff; no need to send it again. Their answer comes here.",
      complaint:
        "Your complaint is registered already and waits for the lender's staff; the outcome comes here.",
      lawyer:
        "That your lawyer is to be spoken to is registered already; the lender's staff answer you here.",
      bereavement: "It is registered already. I am sorry for your loss; the lender's staff answer you here.",
      "stop-contact":
        "Your demand that collection stop is registered already and waits for the lender's staff; their answer comes here.",
    },
    when: "They work in their staffed hours, so it is not at once, and I cannot name an hour.",
    remindersGoOn: (button) =>
      `Until they answer, automatic reminders still come; press “${button}” and only the two that have to be sent are left.`,
    answered: "The lender's staff answer you:",
    reply: (text) => `“${text}”`,
  },
  today: (claimed) => `To be paid today: ${inAll(claimed)}.`,

  deduction: {
    choose: ({ source, days }) =>
      `${source ? `Automatic deduction is on, from ${sources[source]}.` : "Automatic deduction is off."} When on, what is due is taken on the due date; if that fails, it is tried again each day for ${days} days, free of charge. Where from?`,
    saved: ({ source, days }) =>
      `Automatic deduction is on: on the due date, what is due is taken from ${sources[source]}; if that fails, it is tried again each day for ${days} days. Send “stop automatic deduction” to end it.`,
    next: ({ date: on, amount }) => `The next one: ${yuan(amount)} on ${date(on)}.`,
    noneToCome: "Nothing is to be deducted at present.",
    ahead: {
      upcoming: (source) =>
        `On that day it is taken from ${sources[source]} by itself: have enough there, and you need do nothing.`,
      due: (source) =>
        `Today it is taken from ${sources[source]} by itself: have enough there, and you need do nothing.`,
      overdue: (source) =>
        `The automatic deduction has not gone through yet; it is tried again today, from ${sources[source]}. You may also pay now.`,
    },
    stopped:
      "Automatic deduction is off. Please pay by hand from now on: send “repay”, and use your balance or your bank card.",
    none: "Automatic deduction was not on; nothing is taken from you.",
  },
  buttons: {
    hour: (hour) => `${hour}:00`,
    changeHour: "Change the time",
    stop: "Turn reminders off",
    resume: "Turn reminders on",
    snooze: (until, isToday) => `Remind me ${isToday ? "today" : "tomorrow"} at ${until.slice(11)}`,
    paid: "I have paid",
    hardship: "I cannot pay",
    promise: "Promise a day",
    extension: "Ask for more time",
    person: "Have staff contact me",
    part: "Pay a part",
    day: (on, amount) => (amount ? `${yuan(amount)} on ${date(on)}` : `Until ${date(on)}`),
    withdraw: "Take the promise back",
    deduction: "Automatic deduction",
    source: (source) =>
      source === "balance-then-card"
        ? "Agree: balance, then card"
        : `Agree: from ${source === "balance" ? "balance" : "bank card"}`,
    stopDeduction: "Stop automatic deduction",
  },
  situation: {
    choosingHour: "you were choosing the hour of your reminders, 8:00 to 21:00",
    deducting: "you were choosing where deductions are taken from",
    hardship: "we were at what can be done when you cannot pay: a promise, more time, or a person",
    promising: "you were choosing a day to pay on",
    extending: "you were choosing until when you need time",
  },
};
