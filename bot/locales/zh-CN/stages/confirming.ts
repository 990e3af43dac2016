import type { Quote } from "../../../../domain/pricing/quote.ts";
import type { PenaltyRule } from "../../../../domain/product/conventions.ts";
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";
import { penaltyWords } from "../penalty.ts";
import { words } from "../words.ts";

interface ContractTerms {
  quote: Quote;
  product: string;
  lender: string;
  purpose: string;
  penalty: PenaltyRule;
  /** Where the money goes. */
  payee: string;
  /** What the borrower pays at the checkout. */
  downPayment: string | undefined;
}

export const confirming = {
  contract: ({ quote, product, lender, purpose, penalty, payee, downPayment }: ContractTerms): string =>
    [
      "请看一遍合同要点：",
      [
        `· 出借人：${lender}，产品：${product}。`,
        `· 借款 ${yuan(quote.principal)}，用途：${purpose}，放款到${payee}。${downPayment ?? ""}`,
        `· 分${quote.installments}期，${words.methods[quote.method]}，${words.dailyRate(quote.dailyRate)}，从${date(quote.disbursedOn)}起按天计息。`,
        `· 利息共 ${yuan(quote.totalInterest)}，总共还 ${yuan(quote.totalPayable)}。`,
        "· 可以提前还：还一部分或全部还清，利息只算到还款当天。",
        `· ${penaltyWords.inContract(penalty)}`,
      ].join("\n"),
      "同意后先刷脸，再由你最后确认一次；确认之前都不算借款。",
    ].join("\n\n"),
  boundCard: ({ bank, tail }: { bank: string; tail: string }): string => `${bank}（尾号${tail}）`,
  unknownCard: "你绑定的银行卡",
  unknownPurpose: "未填写",
  verifyingFace: "正在刷脸核验，请稍等。",
  faceRefused: "刷脸没有通过，合同还没有生效，没有产生借款。换个光线好的地方，露出全脸再试一次。",
  signing: ({ quote }: { quote: Quote }): string =>
    `最后一步。点下面的按钮，就是借 ${yuan(quote.principal)}，分${quote.installments}期，总共还 ${yuan(quote.totalPayable)}。点完马上放款，不能撤销。`,
  payingOut: ({ amount }: { amount: string }): string => `已经签好，${yuan(amount)} 正在放款，通常马上到账。`,
  payingOutUnknown: "正在放款，通常马上到账。",
  payoutFailed: "钱没有放出去，这笔借款不成立，不会计息，也不用还。可以重新报价再试。",
  situation: {
    reviewingContract: "正在看合同要点：同意后去刷脸，不同意可以返回或取消",
    verifyingFace: "正在等刷脸结果，请稍等",
    faceRefused: "的刷脸没有通过：可以再试一次，或者取消",
    signing: "只差最后一步：点“确认借款”的按钮才算借，也可以取消",
    payingOut: "正在等放款结果，请稍等",
    payoutFailed: "的放款没有成功：可以重新来，或者回主页",
  },
};
