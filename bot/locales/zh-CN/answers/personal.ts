/** "我的资料": what is stored, line by line. */
import { yuan } from "../../../views/figures/figures.ts";
import { date } from "../format.ts";

export const personal = {
  opening: "关于你，我存了这些：",
  name: (name: string, age: number): string => `· 姓名：${name}（已实名），${age}岁。`,
  noName: "· 姓名：还没有。",
  card: (bank: string, tail: string): string => `· 银行卡：${bank}，尾号${tail}。`,
  noCard: "· 银行卡：还没有。",
  consents: ({ privacy, credit }: { privacy: boolean; credit: boolean }): string =>
    `· 授权：隐私说明${privacy ? "已同意" : "未同意"}，征信查询${credit ? "已授权" : "未授权"}。`,
  assessment: ({ product, decidedOn, limit, validUntil }: Assessed): string =>
    `· ${product}评估：${date(decidedOn)}通过，额度 ${yuan(limit)}，有效到${date(validUntil)}。`,
  assessmentRefused: ({ product, decidedOn }: Pick<Assessed, "product" | "decidedOn">): string =>
    `· ${product}评估：${date(decidedOn)}未通过。`,
  means: ({ monthly, savings }: { monthly: string; savings: string }): string =>
    `· 收支：每月消费和转账约 ${yuan(monthly)}，存款和理财约 ${yuan(savings)}（来自评估，只用来提醒你负担重不重）。`,
  noAssessment: "· 评估：还没有。",
  loan: ({
    number,
    principal,
    outstanding,
  }: {
    number: string;
    principal: string;
    outstanding: string;
  }): string => `· 借款 ${number}：借了 ${yuan(principal)}，待还本金 ${yuan(outstanding)}。`,
  loanSettled: ({ number, principal }: { number: string; principal: string }): string =>
    `· 借款 ${number}：借了 ${yuan(principal)}，已还清。`,
  noLoans: "· 借款：还没有。",
  settings: ({ daysBefore }: { daysBefore: number }): string =>
    `· 设置：中文，${daysBefore === 0 ? "还款日当天提醒" : `提前${daysBefore}天提醒`}。`,
  persona: (persona: string): string => `· 演示身份：${persona}。`,
  closing:
    "我们的对话、报价、合同和还款记录也会保存，用来对账。你在聊天里发的证件号、卡号、电话、验证码和密码，我认出来就打码，不存完整的；人脸照片我这里没有。",
};

interface Assessed {
  product: string;
  decidedOn: string;
  limit: string;
  validUntil: string;
}
