/** What people worry about before they borrow, and when they cannot pay: who is told, what follows, who lends. */
import type { PenaltyRule } from "../../../../domain/product/conventions.ts";
import type { AnswerFigures } from "../../../views/figures/answer-figures.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { graceWords, penaltyWords } from "../penalty.ts";

interface Owing {
  /** What brings overdue loans up to date today, yuan. */
  overdue: string | undefined;
}

/** Days past due from which each stage comes. */
interface Collection extends Owing {
  from: { sms: number; call: number; letter: number };
}

export const topics = {
  whoKnows:
    "借款的事我只跟你本人说：不联系你的单位、学校、家人和朋友，没有你的通讯录，也不用填联系人。就算逾期，短信、客服电话、法律函告也都只找你。要是有谁为这事找了他们，记下时间和号码，发“人工”投诉。借款和还款会报送央行征信。",
  pursuit: ({ overdue, from }: Collection): string =>
    [
      overdue ? `你现在有逾期，今天还上要 ${yuan(overdue)}。` : "",
      `逾期后分三步，都只找你本人：第${from.sms}天起发短信，第${from.call}天起放款机构的客服打电话，第${from.letter}天起寄法律函告。没有上门这一步，也不找家人和单位。`,
      "再往后要不要起诉、法律上怎么算，由放款机构和法院定，我不能替他们说。早点约个日子还、申请延期，或者找人工商量，都比拖着好。",
    ].join(""),
  grace: (penalty: PenaltyRule): string => graceWords(penalty),
  waiver: ({ overdue }: Owing): string =>
    overdue
      ? `罚息按合同算，我减不了，也不能替放款机构答应。你今天还上要 ${yuan(overdue)}，早一天还就少一天罚息。一时还不上，可以约个日子还，或者申请延期（罚息照算）；想谈减免，找人工跟放款机构的客服说。`
      : "罚息按合同算，我减不了，也不能替放款机构答应。你现在没有逾期，也就没有罚息，按时还就一直没有。",
  bargain: ({ dailyRate }: { dailyRate: string | undefined }): string =>
    `${dailyRate ? `你的${dailyRate}是评估定的` : "利率由评估来定"}，我没法讲价。想少付利息有三个办法：期数选短一点；选等额本金，总利息少一些；手头宽裕了提前还，利息只算到还款当天。`,
  documents:
    "在这里只要三样，都得你本人来：核对姓名和年龄，绑一张自己的银行卡，授权查一次征信。不用抵押、担保人、社保和工资流水，也不用跑网点、等审核电话，办完一般几分钟。",
  upfrontFee:
    "不用，放款前我一分钱都不收：没有保证金、会员费、解冻费，也不用刷流水。谁让你先交钱，就是骗子，别转；已经转了，马上打110报警。",
  notMine: ({ lender }: { lender: string }): string =>
    `先在“我的借款”里核对。有哪笔不是你本人办的，马上找放款机构（${lender}）的客服说明，并打110报警。在我这里，没有刷脸和你的最后确认，一笔也借不走。密码、验证码别给任何人，也别按陌生人说的转账。`,
  trust: ({ lender }: { lender: string }): string =>
    `小心是对的，拿这三条来验：放款前我一分钱都不收；不问你要密码和验证码；合同是你和${lender}签，钱由它直接打到你本人的卡上。有一条对不上，就别往下走。每一步之前都写清楚，没有你最后点确认，不算借款。`,
  erase: ({ lender }: { lender: string }): string =>
    `我这里删不了资料，也收不回已经给出的授权：对话、报价、合同和还款记录要留着对账。你不再申请，就不会再查你的征信。要删除资料、撤回授权，找${lender}的客服；想看我存了什么，发“我的资料”。`,
  terms: [
    "· 本金：你借到手的钱。利息：每天按还没还的本金乘日利率来算。",
    "· 年化（单利）：把利息折成一年占本金多少；年化（复利）：把利滚利也折进去，数字大一点，钱是同一笔。",
    "· 等额本金：每月还的本金一样，利息越来越少，总利息少一些。等额本息：每月还的总数差不多，总利息多一点。",
    "· 罚息：到期没还上的本金，每天另收的钱。",
  ].join("\n"),
  contactHours: ({
    from,
    to,
    most,
    call,
    daysBefore,
  }: {
    daysBefore: number;
    from: string;
    to: string;
    most: number;
    call: number;
  }): string =>
    `有借款的话，我只提醒你本人：${daysBefore === 0 ? "还款日当天" : `还款日前${daysBefore}天和当天`}发消息给你。提醒不在${from}到第二天${to}之间发，一天最多${most}条，几点发也可以自己选。电话由放款机构的客服打，逾期第${call}天起才会有；几点打、打几次由他们安排，我说不准。`,
  hotline: ({ lender }: { lender: string }): string =>
    `我这里不报电话号码，免得你打错：请认准放款机构（${lender}）官方渠道公布的联系方式，服务时间也以那里为准。想让人联系你，发“人工”，我替你登记，回复发到这里。`,
  taken:
    "不会悄悄扣。只有你自己开通了自动扣款，才会在还款日从你选的零钱或银行卡里扣，随时能关；没开通，就等你自己点“还款”。你的工资和微信账户，我动不了，也冻结不了。",
  regret:
    "最后一步点确认之前，随时可以取消，不算借款，也不收钱。点了确认马上放款，就不能撤销了；改主意的话，可以提前全部还清，利息只算到还款当天。",
  minimum: ({ next, penalty }: Pick<AnswerFigures, "next" | "penalty">): string =>
    [
      "没有“最低还款”，也不能只还利息：每一期的本金和利息要一起还。",
      next ? `你的下一期是${date(next.dueDate)}，应还 ${yuan(next.amount)}。` : "",
      `钱不够可以先还一部分，${penaltyWords.ofTheRest(penalty)}`,
    ].join(""),
  lender: {
    of: ({ product, lender }: { product: string; lender: string }): string => `${product}由${lender}放款。`,
    loan: ({ number, lender }: { number: string; lender: string }): string =>
      `借款 ${number} 是${lender}放的款。`,
    jiedao: "借道只帮你办，自己不放款；合同也是你和放款机构签。",
    card: (card: string): string => `钱打到你本人的${card}。`,
  },
  distress:
    "你这么说，我很担心你。钱的事再难，也可以一步一步商量，你比哪一笔钱都要紧。请现在就找一个信得过的人说说话，或者打12356（全国心理援助热线）；眼下有危险，打120或110。借款的事先放一放，我替你留着。",
};
