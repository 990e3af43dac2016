import type { RequestChange } from "../../../../machines/request-schema.ts";
import { asked, quoteBack, yuan } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { arrivesBy, date, either, moment, plural } from "../format.ts";
import { penaltyWords } from "../penalty.ts";
import { words } from "../words.ts";

type Notices = Messages["notices"];
type AmountRefused = Parameters<Notices["amountRefused"]>[0];
type ReminderStage = Parameters<Notices["reminder"]>[0];
type Reminder = Parameters<Notices["reminder"]>[1];

const amountReasons: Record<AmountRefused["reason"], (given: string) => string> = {
  "not-a-number": (given) => `I cannot read “${given}” as an amount.`,
  "not-positive": () => "The amount must be more than zero.",
  "too-many-decimals": (given) => `${given} has too many decimals; two at most.`,
  "too-small": (given) => `${asked(given)} is too little.`,
  "too-large": (given) => `${asked(given)} is too much.`,
};

const overdueOpening = ({ installment, of, days, amount }: Reminder): string =>
  `${yuan(amount)} is ${plural(days, "day")} overdue (${words.installment(installment, of)}, penalty included).`;

const reminders: Record<ReminderStage, (reminder: Reminder) => string> = {
  before: ({ installment, of, dueDate, amount, days }) =>
    `A reminder: ${words.installment(installment, of)}, ${yuan(amount)}, is due on ${date(dueDate)}, in ${plural(days, "day")}.`,
  due: ({ installment, of, amount }) =>
    `${yuan(amount)} is due today, ${words.installment(installment, of)}. Paid today, it is on time.`,
  "overdue-1": (reminder) => `${overdueOpening(reminder)} ${penaltyWords.inReminder(reminder.penalty)}`,
  "overdue-2": (reminder) =>
    `${overdueOpening(reminder)} The lender's staff may call you next. If money is tight, send “human” early to talk about it; waiting makes it harder.`,
  "overdue-3": (reminder) =>
    `${overdueOpening(reminder)} If nothing happens, the lender sends a legal letter. Paying now, or sending “human” to agree on a plan, is still in time.`,
};

const show: Record<RequestChange["slot"], (value: string) => string> = {
  amount: yuan,
  installments: (value) => words.months(Number(value)),
  method: (value) => words.methods[value as keyof typeof words.methods].toLowerCase(),
  purpose: (value) => words.purposes[value as keyof typeof words.purposes].toLowerCase(),
};

const changed = ({ slot, from, to }: RequestChange): string =>
  `${words.slots[slot]} from ${show[slot](from)} to ${show[slot](to)}`;

export const notices: Notices = {
  placeFound:
    "I could not open the place where you left off, so I found it again from our books: your loans, repayments and consents are all there; anything half filled in has to be begun again.",
  hello:
    "Hello, I'm Jiedao. I help you borrow with your eyes open: where the entries are, whether you qualify, what it costs and when to repay.",
  helloAgain: ({ name }) => (name ? `Hello ${name}, I'm here.` : "Hello, I'm here."),
  unclear: ({ situation }) => `I did not get that; ${situation}.`,
  wordless: {
    forwarded:
      "That message was forwarded, so I can't take it as your own word, and I haven't acted on it. Please type what you want yourself, or use a button below.",
    voice: "I can't listen to voice messages yet. Please type it instead.",
    sticker:
      "Got the sticker, but I can't tell what you'd like to do. Please type it, or use a button below.",
    picture:
      "I can't look at pictures, so please type what you want to say. Please don't send photos of your ID or bank card here: borrowing doesn't need them.",
    video: "I can't watch videos. Please type what you want to say.",
    file: "I can't open files, so please type what you want to say. Please don't send identity papers or bank statements here.",
    other: "I can't read this kind of message. Please type what you want to say.",
  },
  where: ({ stage, summary }) => `You are at “${stage}”.${summary ? ` So far: ${summary}.` : ""}`,
  resume: ({ situation }) => `Now, where were we? ${situation.charAt(0).toUpperCase()}${situation.slice(1)}.`,
  help: ({ mayBorrow }) =>
    [
      mayBorrow
        ? "I can find the borrowing entry, check whether you qualify, work out interest and every installment, sign and pay out, remind you, and take repayments, early ones too."
        : "I can tell you what to pay now, take the payment, note the day on which you can pay, ask for more time, and find you a person.",
      `Just type: ${mayBorrow ? "“borrow 20000 over 10 months”, “make it 5000”" : "“I cannot pay”"}, “repay”. At any time: cancel, back, where was I, my data, human.`,
      "Or press a question below.",
    ].join("\n"),
  chooseLanguage: "请选择语言 / Choose a language:",
  languageSet: "All right, English it is.",
  choosePersona: "In this demonstration you can be somebody else. Your eligibility is then assessed anew:",
  staleButton: "That button is out of date; please use the latest ones below.",
  notNow: ({ situation }) => `That is not possible right now; ${situation}.`,
  buttonNeeded: ({ label }) =>
    `So that nothing happens by mistake, please press “${label}” yourself, or send exactly these words.`,
  courtesy: {
    thanks: "You're welcome. I'm here when you need me.",
    farewell: "Goodbye. I keep your place.",
    yes: "All right. I'm here when you need me.",
    upset:
      "I'm sorry this is annoying. Tell me what went wrong and I'll try to make it clear, or talk to a person.",
    anxious:
      "Take your time. Nothing is borrowed without your last confirmation. Ask me whatever worries you, or talk to a person.",
    lost: "Sorry, I was not clear. Ask me about any word; to get things done say “borrow” or “repay”, or talk to a person.",
  },
  lostInArrears:
    "Sorry, I was not clear. Ask me about any word; to get things done say “repay” or “I cannot pay”, or talk to a person.",
  cancelled: {
    application: "Cancelled. Nothing was borrowed.",
    repayment: "Cancelled. Nothing was deducted.",
    nothing: "Cancelled.",
  },
  quoteLeft: ({ borrow }) =>
    `I put the quote aside; nothing was borrowed.${borrow ? ` What you told me is kept: press “${borrow}” for a new quote.` : ""}`,
  cannotCancel:
    "Money is on its way, so this step cannot be cancelled. You will hear the outcome in a moment.",
  consentFirst: "Gladly. Please read the privacy note first; once you agree, we go on from there.",
  privacyDeclined: "That's all right.",
  privacyAccepted: "Thank you, your consent is recorded.",
  creditDeclined:
    "All right, no credit check was made, and the application stops here. Press “Borrow” when you want to go on.",
  identityVerified: ({ name }) => `Identity confirmed: ${name}.`,
  identityRefused: {
    "no-match": "Name and ID do not match.",
    "document-expired": "The ID has expired; renew it and come back.",
  },
  cardFound: ({ bank, tail }) => `Found your bank card: ${bank}, ending in ${tail}.`,
  approved: ({ product, limit, dailyRate, annualRate }) =>
    `You qualify for ${product}: a limit of ${yuan(limit)} at ${words.dailyRate(dailyRate)} (${words.annualRate(annualRate)}, simple). Interest counts by the day.`,
  approvedPlain: "You qualify.",
  amountRefused: ({ reason, given, minimum, maximum }) =>
    `${amountReasons[reason](quoteBack(given))} It can be ${yuan(minimum)} to ${yuan(maximum)}.`,
  limitUsed: ({ free, minimum }) =>
    `You have ${yuan(free)} of your limit left, less than the smallest loan of ${yuan(minimum)}. Repaying some of what you owe frees it again.`,
  termRefused: ({ given, allowed }) =>
    `${plural(given, "month")} is not on offer; choose ${either(allowed)}.`,
  corrected: ({ changes }) =>
    changes.length > 0 ? `Changed ${changes.map(changed).join(", ")}.` : "Changed.",
  quoteVoided: "The earlier quote no longer counts; please look at the new one and confirm again.",
  quoteRenewed: "Quoted again as of today.",
  faceMatched: "Face check passed.",
  paidOut: ({ principal, number, first, merchant }) =>
    `Paid out: ${yuan(principal)} ${merchant ? `went to ${merchant}` : "is in your account"}. Your loan number is ${number}.${first ? ` The first payment is ${yuan(first.payment)} on ${date(first.dueDate)}.` : ""}`,
  paidOutPlain: "Paid out: the money is in your account.",
  payoutRefused: {
    "card-rejected": "The payout failed: the bank card did not take the money.",
    "too-late": "The payout failed: the payout date in the contract had passed.",
    "in-arrears": "The payout was stopped: something you owe is overdue. Nothing was borrowed.",
  },
  partnerUnreachable:
    "The other side's system does not answer at the moment; your progress is safe. Please try again in a few minutes.",
  partnerUnreachableWithMoney:
    "The other side's system does not answer at the moment. I keep at it and will tell you the outcome; no need to do it again.",
  reminderSaved: ({ daysBefore }) =>
    daysBefore === 0
      ? "Noted: I remind you on the due date only."
      : `Noted: I remind you ${plural(daysBefore, "day")} before, and again on the due date.`,
  reminder: (stage, reminder) => reminders[stage](reminder),
  nudge:
    "This is where you stopped last time, and nothing is lost. Carry on if you like; if not, press “Cancel”.",
  nothingDue: "There is nothing of that kind to pay now.",
  repaid: ({ amount, penalty, interest, principal }) =>
    `Repaid ${yuan(amount)}: principal ${yuan(principal)}, interest ${yuan(interest)}${Number(penalty) > 0 ? `, penalty ${yuan(penalty)}` : ""}.`,
  repaidFee: (fee) => `The fee on top was ${yuan(fee)}.`,
  repaidPlain: "Repaid.",
  settled: "This loan is fully repaid. Well done.",
  remaining: ({ dueDate, amount }) => `The next payment is ${yuan(amount)}, due on ${date(dueDate)}.`,
  repaymentProcessing: ({ amount, arrivesOn }) =>
    `Your repayment of ${yuan(amount)} is on its way and arrives by ${arrivesBy(arrivesOn)}. I will tell you then.`,
  repaymentRefused: {
    "insufficient-funds": "The payment failed: not enough money there. Top it up, or pay in another way.",
    "card-rejected": "The payment failed: the bank card refused it. Try another way.",
    superseded:
      "What you owe has changed, so the amount is worked out anew as of today. Please check it again.",
  },
  personaChosen: ({ persona }) => `You are now “${persona}”; your eligibility will be assessed anew.`,
  clockMoved: ({ to }) => `The demonstration clock now shows ${moment(to)}.`,
};
