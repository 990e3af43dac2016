/** What just happened. */

import type { ReminderStage } from "../../../../domain/contact/reminder-stages.ts";
import type { PenaltyRule } from "../../../../domain/product/conventions.ts";
import type { RequestChange } from "../../../../machines/request-schema.ts";
import { asked, quoteBack, yuan } from "../../../views/figures/figures.ts";
import { arrivesBy, date, either, moment } from "../format.ts";
import { penaltyWords } from "../penalty.ts";
import { words } from "../words.ts";

interface AmountRefused {
  reason: "not-a-number" | "not-positive" | "too-many-decimals" | "too-small" | "too-large";
  given: string;
  minimum: string;
  maximum: string;
}

const amountReasons: Record<AmountRefused["reason"], (given: string) => string> = {
  "not-a-number": (given) => `“${given}”我没法当成金额。`,
  "not-positive": () => "金额要大于零。",
  "too-many-decimals": (given) => `${given}的小数太多了，最多到分（两位小数）。`,
  "too-small": (given) => `${asked(given)}太少了。`,
  "too-large": (given) => `${asked(given)}超出上限了。`,
};

interface Reminder {
  installment: number;
  of: number;
  dueDate: string;
  amount: string;
  /** Days to the due date, or past it. */
  days: number;
  penalty: PenaltyRule;
}

const overdueOpening = ({ installment, of, days, amount }: Reminder): string =>
  `${words.installment(installment, of)}已逾期${days}天，连罚息今天要还 ${yuan(amount)}。`;

const reminders: Record<ReminderStage, (reminder: Reminder) => string> = {
  before: ({ installment, of, dueDate, amount, days }) =>
    `提醒一下：${words.installment(installment, of)}${date(dueDate)}到期，还有${days}天，应还 ${yuan(amount)}。`,
  due: ({ installment, of, amount }) =>
    `${words.installment(installment, of)}今天到期，应还 ${yuan(amount)}。今天还就不算逾期。`,
  "overdue-1": (reminder) => `${overdueOpening(reminder)}${penaltyWords.inReminder(reminder.penalty)}`,
  "overdue-2": (reminder) =>
    `${overdueOpening(reminder)}放款机构的客服接下来可能会给你打电话。手头紧的话，早点发“人工”商量，比拖着好。`,
  "overdue-3": (reminder) =>
    `${overdueOpening(reminder)}再不处理，放款机构会寄出法律函告。现在还，或发“人工”商量还款安排，都还来得及。`,
};

const changed = ({ slot, from, to }: RequestChange): string => {
  const show: Record<RequestChange["slot"], (value: string) => string> = {
    amount: (value) => ` ${yuan(value)} `,
    installments: (value) => words.months(Number(value)),
    method: (value) => words.methods[value as keyof typeof words.methods],
    purpose: (value) => words.purposes[value as keyof typeof words.purposes],
  };
  return `${words.slots[slot]}从${show[slot](from)}改成${show[slot](to)}`.trim();
};

export const notices = {
  placeFound:
    "刚才没能打开你上次停下的地方，我按账上的记录重新找回了你的位置：借款、还款和授权都在，填到一半的要重新来一遍。",
  hello: "你好，我是借道，帮你借得明白、还得从容：入口在哪、能不能借、要花多少钱、哪天还，都可以问我。",
  helloAgain: ({ name }: { name: string | undefined }): string =>
    name ? `${name}，你好，我在。` : "你好，我在。",
  unclear: ({ situation }: { situation: string }): string => `这句我没听明白。你${situation}。`,
  wordless: {
    forwarded: "这条是转发来的，不能算你本人说的，我没有照它办。想办什么，请自己打字，或点下面的按钮。",
    voice: "语音我还听不懂，麻烦打字告诉我。",
    sticker: "表情收到了，可我看不出要办什么。想办的事请打字，或点下面的按钮。",
    picture: "图片我看不了，要说的请打字。身份证、银行卡的照片请不要发到聊天里，办借款用不着。",
    video: "视频我看不了，要说的请打字。",
    file: "文件我打不开，要说的请打字。身份证件、银行流水也请不要发到聊天里。",
    other: "这种消息我看不了，要说的请打字。",
  },
  where: ({ stage, summary }: { stage: string; summary: string }): string =>
    `你现在在“${stage}”这一步。${summary ? `已经定下：${summary}。` : ""}`,
  resume: ({ situation }: { situation: string }): string => `说回刚才，你${situation}。`,
  help: ({ mayBorrow }: { mayBorrow: boolean }): string =>
    [
      mayBorrow
        ? "我能帮你：找借款入口，看能不能借，算清利息和每期还多少，签约放款，提醒还款，还款和提前还清。"
        : "我能帮你：看现在该还多少，马上还款，约个日子还或者申请延期，找人工。",
      `直接打字就行，比如${mayBorrow ? "“借20000分10期”“改成5000”" : "“还不上”"}“还款”。随时可以说：取消、返回、我在哪一步、我的资料、人工。`,
      "想问什么，也可以点下面的问题。",
    ].join("\n"),
  chooseLanguage: "请选择语言 / Choose a language：",
  languageSet: "好的，接下来说中文。",
  choosePersona: "演示环境里可以换个身份试试。换了以后，资格会重新评估：",
  staleButton: "这个按钮已经过期了，请看下面最新的。",
  notNow: ({ situation }: { situation: string }): string => `这个现在还用不上。你${situation}。`,
  buttonNeeded: ({ label }: { label: string }): string =>
    `为了不弄错，这一步要你亲自点“${label}”，或者把这几个字原样发给我。`,
  courtesy: {
    thanks: "不客气，有需要随时叫我。",
    farewell: "再见，办到哪一步我都替你留着。",
    yes: "好的，有需要随时叫我。",
    upset: "让你不痛快了，抱歉。是哪件事，你告诉我，我尽量说清楚；不想跟我说，就找人工。",
    lost: "是我没说清楚，抱歉。哪个词不明白，直接问我就行；想办事就说“借钱”或“还款”，也可以找人工。",
    anxious: "别急，慢慢来。没有你最后点确认，一分钱都不会借出去。哪里不放心，直接问我，也可以找人工。",
  },
  lostInArrears: "是我没说清楚，抱歉。哪个词不明白，直接问我就行；想办事就说“还款”或“还不上”，也可以找人工。",
  cancelled: {
    application: "好，已取消，没有产生借款。",
    repayment: "好，已取消，没有扣款。",
    nothing: "好，已取消。",
  },
  quoteLeft: ({ borrow }: { borrow: string | undefined }): string =>
    `刚才的报价先放下了，没有产生借款。${borrow ? `填过的我都记着，点“${borrow}”就重新报价。` : ""}`,
  cannotCancel: "钱正在路上，这一步不能取消，结果马上告诉你。",
  consentFirst: "好的。先请你看一下隐私说明，同意后就接着办。",
  privacyDeclined: "好，不同意也没关系。",
  privacyAccepted: "谢谢，隐私授权已记录。",
  creditDeclined: "好，没有查询征信，这次申请先停在这里。想继续时，点“借钱”再来。",
  identityVerified: ({ name }: { name: string }): string => `实名核验通过：${name}。`,
  identityRefused: {
    "no-match": "姓名和证件没有对上。",
    "document-expired": "证件已过有效期，更新证件后再来。",
  },
  cardFound: ({ bank, tail }: { bank: string; tail: string }): string =>
    `找到你的银行卡：${bank}，尾号${tail}。`,
  approved: ({ product, limit, dailyRate, annualRate }: Approved): string =>
    `${product}评估通过：额度 ${yuan(limit)}，${words.dailyRate(dailyRate)}（${words.annualRate(annualRate)}，单利），利息按天算。`,
  approvedPlain: "评估通过。",
  amountRefused: ({ reason, given, minimum, maximum }: AmountRefused): string =>
    `${amountReasons[reason](quoteBack(given))}可以填 ${yuan(minimum)} 到 ${yuan(maximum)}。`,
  limitUsed: ({ free, minimum }: { free: string; minimum: string }): string =>
    `现在可用额度还剩 ${yuan(free)}，不够最低的 ${yuan(minimum)}。还掉一部分借款，额度就会回来。`,
  termRefused: ({ given, allowed }: { given: number; allowed: readonly number[] }): string =>
    `分${given}期不行，可选${either(allowed)}期。`,
  corrected: ({ changes }: { changes: readonly RequestChange[] }): string =>
    changes.length > 0 ? `改好了：${changes.map(changed).join("，")}。` : "改好了。",
  quoteVoided: "之前的报价作废，请看新的报价，重新确认。",
  quoteRenewed: "已按今天的日期重新报价。",
  faceMatched: "刷脸通过。",
  paidOut: ({ principal, number, first, merchant }: PaidOut): string =>
    `放款成功：${yuan(principal)} 已${merchant ? `付给${merchant}` : "到账"}，借款编号 ${number}。${first ? `首期${date(first.dueDate)}到期，应还 ${yuan(first.payment)}。` : ""}`,
  paidOutPlain: "放款成功，钱已到账。",
  payoutRefused: {
    "card-rejected": "放款没有成功：银行卡拒收了这笔钱。",
    "too-late": "放款没有成功：已过了合同约定的放款日。",
    "in-arrears": "放款没有成功：你有逾期没还清，这笔没有产生借款。",
  },
  partnerUnreachable: "对方系统暂时没有回应，你的进度没有丢。过几分钟再试一次就行。",
  partnerUnreachableWithMoney: "对方系统暂时没有回应。我会一直跟进，有结果马上告诉你，不用重复操作。",
  reminderSaved: ({ daysBefore }: { daysBefore: number }): string =>
    daysBefore === 0
      ? "记下了：只在还款日当天提醒。"
      : `记下了：提前${daysBefore}天提醒，还款日当天再提醒一次。`,
  reminder: (stage: ReminderStage, reminder: Reminder): string => reminders[stage](reminder),
  nudge: "上次停在这里，进度还在。想继续，直接往下走；不想借了，点“取消”就行。",
  nothingDue: "现在没有需要这样还的款。",
  repaid: ({ amount, penalty, interest, principal }: Repaid): string =>
    `还款成功：${yuan(amount)}，其中本金 ${yuan(principal)}、利息 ${yuan(interest)}${Number(penalty) > 0 ? `、罚息 ${yuan(penalty)}` : ""}。`,
  repaidFee: (fee: string): string => `另收手续费 ${yuan(fee)}。`,
  repaidPlain: "还款成功。",
  settled: "这笔借款全部还清了，辛苦了。",
  remaining: ({ dueDate, amount }: { dueDate: string; amount: string }): string =>
    `下一期${date(dueDate)}到期，应还 ${yuan(amount)}。`,
  repaymentProcessing: ({ amount, arrivesOn }: { amount: string; arrivesOn: string }): string =>
    `还款 ${yuan(amount)} 已提交，${arrivesBy(arrivesOn)}，到账后我告诉你。`,
  repaymentRefused: {
    "insufficient-funds": "扣款没有成功：余额不足。存够钱，或换一种方式再还。",
    "card-rejected": "扣款没有成功：银行卡拒绝了这次扣款。换一种方式试试。",
    superseded: "欠款有变化，金额已按今天重新算，请再核对一次。",
  },
  personaChosen: ({ persona }: { persona: string }): string => `已换成“${persona}”，资格会重新评估。`,
  clockMoved: ({ to }: { to: string }): string => `演示时间快进到${moment(to)}。`,
};

interface Approved {
  product: string;
  limit: string;
  dailyRate: string;
  annualRate: string;
}

interface PaidOut {
  merchant: string | undefined;
  principal: string;
  number: string;
  first: { dueDate: string; payment: string } | undefined;
}

interface Repaid {
  amount: string;
  penalty: string;
  interest: string;
  principal: string;
}
