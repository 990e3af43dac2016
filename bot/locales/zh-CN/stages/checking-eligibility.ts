import { yuan } from "../../../views/figures/figures.ts";
import { either } from "../format.ts";

export const checkingEligibility = {
  wanted: ({ summary }: { summary: string }): string => `记下了：${summary}。`,
  identifying: "先看看你能不能借。第一步是实名核验：核对姓名和年龄，证件号我不留存。",
  verifyingName: "正在核对实名信息，通常几秒就好。",
  identityRefused: "实名没有核对上，暂时不能往下走。确认微信实名是你本人、证件在有效期内，再试一次。",
  findingCard: "正在查找你绑定的银行卡，通常几秒就好。",
  authorising: ({
    sandbox,
    product,
    lender,
  }: {
    sandbox: boolean;
    product: string;
    lender: string;
  }): string =>
    [
      `评估${product}，下一步需要你授权${lender}查询征信，看看能借多少、利率多少。`,
      sandbox
        ? "正式环境里，查询会在征信报告上留下一条“贷款审批”记录；演示环境不会真的查。"
        : "查询会在你的征信报告上留下一条“贷款审批”记录。不想留，可以暂不授权，不影响你继续提问。",
    ].join("\n"),
  assessing: "正在评估社交活跃度、支付行为、信用历史和资产状况，通常几秒就好。",
  refused: "这次没有通过：",
  refusedWithoutReason: "这次没能完成评估。",
  changeAmount: ({
    now,
    minimum,
    maximum,
  }: {
    now?: string | undefined;
    minimum: string;
    maximum: string;
  }): string =>
    `可以。${now ? `现在是 ${yuan(now)}，` : ""}想${now ? "改成" : "借"}多少？${yuan(minimum)} 到 ${yuan(maximum)} 之间，最后能借多少以评估为准。点一个，或者直接输入。`,
  changeTerm: ({ now, terms }: { now?: number | undefined; terms: readonly number[] }): string =>
    `可以。${now ? `现在分${now}期，` : ""}想${now ? "改成" : "分"}几期？一期一个月，可选${either(terms)}期。`,
  situation: {
    identifying: "正在看资格：点“开始实名核验”就可以继续",
    verifyingName: "正在等实名核验的结果，请稍等",
    identityRefused: "的实名没有核对上：可以再试一次，或者取消",
    findingCard: "正在等银行卡的查找结果，请稍等",
    authorising: "正在决定要不要授权查询征信",
    assessing: "正在等评估结果，请稍等",
    refused: "的评估没有通过：可以看原因，处理好再试一次",
  },
};
