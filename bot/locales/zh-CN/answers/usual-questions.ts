/** Questions answered in place: the borrower's own figures first, then the rule. */
import type { Rail } from "../../../../domain/repayment/rails.ts";
import type {
  AnswerFigures,
  LateRecord,
  ProductFigures,
  TierRule,
} from "../../../views/figures/answer-figures.ts";
import { percent, yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { penaltyWords } from "../penalty.ts";
import { words } from "../words.ts";

const range = ({ lowest, highest }: ProductFigures): string => `${percent(lowest)}–${percent(highest)}`;

const rateMove = ({ name, rateFactor }: TierRule): string => {
  const change = Number(rateFactor) - 1;
  if (change === 0) return `${words.tiers[name]}用基准利率`;
  return `${words.tiers[name]}${change < 0 ? "下浮" : "上浮"}${percent(Math.abs(change).toFixed(4))}`;
};

const review = ({ name, reviewDays }: TierRule): string => `${words.tiers[name]}${reviewDays}天`;

const owedNext = ({ next, dueNow }: Pick<AnswerFigures, "next" | "dueNow">): string => {
  if (dueNow) return `你今天该还 ${yuan(dueNow)}。`;
  return next ? `你的下一期是${date(next.dueDate)}，应还 ${yuan(next.amount)}。` : "";
};

const onRecord = ({ loan, installment, dueDate, daysPastDue, keptUntil }: LateRecord): string =>
  `你的借款 ${loan} 第${installment}期${date(dueDate)}到期，${keptUntil ? `逾期${daysPastDue}天后还清，这条记录留到${date(keptUntil)}` : `已经逾期${daysPastDue}天，会显示在征信上，越早还清影响越小`}。`;

export const answers = {
  "credit-report": ({ late }: AnswerFigures): string =>
    [
      ...late().map(onRecord),
      "借款和还款都会报送央行征信：按时还是好记录；逾期的，从到期第二天起就会显示，还清后还要留5年。",
      "授权评估时，会多一条“贷款审批”的查询记录；只是在这里问问题、看入口，不会查你的征信。",
    ].join(""),
  rate: ({ own, product, tiers }: AnswerFigures): string =>
    [
      own
        ? `你的${words.dailyRate(own.dailyRate)}，${words.annualRate(own.annualRate)}（单利），利息按天算。`
        : "",
      `${product.name}的年利率在${range(product)}之间，${tiers.map(rateMove).join("，")}。`,
      own ? "" : "你的具体利率评估后才知道，报价里会写清每期利息和总成本，看完再决定。",
      "借多少到账多少，利息不预先扣；按时还款，除利息外没有别的费用。",
    ].join(""),
  limit: ({ own, product, tiers }: AnswerFigures): string =>
    [
      own
        ? `你的总额度是 ${yuan(own.limit)}${own.free ? `，现在还能借 ${yuan(own.free)}` : ""}。`
        : `${product.name}最高 ${yuan(product.maximum)}，你的额度评估后才知道。`,
      "各个产品共用一个总额度，别处借的也会占用；还上的本金，额度会回来。",
      `额度会定期重评：${tiers.map(review).join("，")}；消费增长、按时还款、资产沉淀都会有帮助。`,
    ].join(""),
  "due-date": ({ owes }: AnswerFigures): string =>
    `${owes ? "" : "你现在没有要还的借款，用不着延期。"}还款日跟着放款日走，定了就改不了；想早点还随时可以。有借款到期还不上，发“还不上”：可以约个日子还，也可以申请延期，由放款机构的同事来定，罚息照算。`,
  purpose: (): string =>
    "可以用在日常消费、装修、教育、医疗和旅游上；不能用于投资、炒股和买房。用途会写进合同，请照实选。",
  payout: ({ card }: { card: string | undefined }): string =>
    `最后确认之后马上放款，打到你本人绑定的${card ?? "银行卡"}，借多少到账多少；零钱、支付宝和别人的卡收不了。在那之前先看资格、看报价，一般几分钟就能走完。`,
  "early-payoff": ({ payoff }: AnswerFigures): string =>
    [
      "可以，随时都行，不收违约金。还一部分或全部还清，利息只算到还款当天；全部还清，后面各期的利息就不用付了。只是提前还本期的话，这一期的利息不变。",
      payoff ? `借款 ${payoff.number} 今天全部还清要 ${yuan(payoff.amount)}。` : "",
    ].join(""),
  overdue: ({ penalty, overdue }: AnswerFigures): string =>
    [
      overdue ? `你现在有逾期，今天还上要 ${yuan(overdue)}。` : "",
      penaltyWords.inAnswer(penalty),
      "提醒分三步：先是短信，再是客服电话，最后是法律函告。还不上的话早点发“人工”商量，比拖着好。",
    ].join(""),
  "how-to-repay": ({ rails, repaymentPage, next, dueNow }: AnswerFigures): string =>
    [
      owedNext({ next, dueNow }),
      `还款有这几种方式：${rails.map(rail).join("；")}。`,
      "在这里点“还款”，三种都能选；信用卡代还要另收手续费，选之前会写清最多收多少。",
      `想在微信里自己还，走${repaymentPage.join("→")}。`,
    ].join(""),
  safety: ({ sandbox }: AnswerFigures): string =>
    [
      "微信的公开说明是：办借款时，资料传输用SSL加密。在我这里：聊天里认出来的证件号、卡号、电话、验证码和密码，先打码再保存；",
      `签约前要刷脸核对，还要你最后点确认，少一步都签不了${sandbox ? "（演示环境里刷脸是模拟的，会自动通过）" : ""}。`,
      "资料只用来评估和办借款。我不会问你要密码和验证码，谁要都别给。手机丢了，先挂失、改密码，再请银行冻结卡片。",
    ].join(""),
  products: ({ products, overdue }: AnswerFigures): string =>
    [
      `微信里能借款的有：${products.lending.map(productLine).join("；")}。`,
      products.unstated.length > 0
        ? `${products.unstated.join("、")}也在微信里，额度和利率没有公布，我没法报价。`
        : "",
      `${products.referral.join("、")}由其他平台提供，要跳转过去办。`,
      overdue
        ? ""
        : `在这里能直接评估、报价的，是${products.lending.map(({ name }) => name).join("、")}，点一个就能开始。`,
    ].join(""),
};

const rail = (one: Rail): string => `${words.rails[one.id]}，${words.arrival(one)}，${words.fee(one)}`;

const productLine = (product: ProductFigures): string =>
  `${product.name}（${product.lender}），最高 ${yuan(product.maximum)}，年利率${range(product)}`;
