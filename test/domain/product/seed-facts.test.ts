/**
 * The tables of 《微信怎么借钱在哪里找》 as plain facts, written out once more by hand, each checked against the data or
 * the code that holds it.
 */
import { describe, expect, it } from "vitest";
import { collectionStagesOf } from "../../../domain/contact/collection-stages.ts";
import { comparedPlatforms } from "../../../domain/disclosure/comparison.ts";
import { scoreDimensions } from "../../../domain/eligibility/eligibility-score.ts";
import { initialGrant } from "../../../domain/eligibility/limit.ts";
import { reviewLimit } from "../../../domain/eligibility/limit-review.ts";
import { lprHistory } from "../../../domain/pricing/lpr.ts";
import { findTier, tierOf } from "../../../domain/pricing/tier.ts";
import { productBackground } from "../../../domain/product/background.ts";
import { findProduct, productList, quotableProduct } from "../../../domain/product/catalogue.ts";
import { housePenalty } from "../../../domain/product/conventions.ts";
import { entryList, findEntry } from "../../../domain/product/entries.ts";
import { merchantList } from "../../../domain/purchase/merchant-checkout.ts";
import { deductionSources } from "../../../domain/repayment/deduction-sources.ts";
import { railOf } from "../../../domain/repayment/rails.ts";
import { roundBorrower } from "../../support/fixtures/borrower-facts.ts";

const zh = (name: { "zh-CN": string } | undefined) => name?.["zh-CN"];
const product = (name: string) => {
  const found = productList().find((one) => zh(one.name) === name);
  if (!found) throw new Error(`no product ${name}`);
  return found;
};

describe("一、借款入口定位与路径分析", () => {
  it.each([
    ["wallet-grid", "微粒贷", "0.15", 850],
    ["services-page", "分期付款", "0.23", 620],
    ["mini-program", "小鹅花钱", "0.08", 180],
  ])("%s leads to %s, is seen by %s, visited %i 万次 a day", (id, typical, visibleShare, tenThousands) => {
    const entry = findEntry(id);
    expect(zh(findProduct(entry?.product ?? "").name)).toBe(typical);
    expect(entry).toMatchObject({ visibleShare, dailyVisits: tenThousands * 10_000 });
  });

  it("四种路径: 钱包九宫格、服务页面、小程序、二级菜单 (支付-钱包-借款)", () => {
    expect(entryList().map(({ name }) => zh(name))).toEqual(["钱包九宫格", "服务页面", "小程序", "二级菜单"]);
    expect(findEntry("second-level-menu")?.steps.map(zh)).toEqual(["支付", "钱包", "借款"]);
    expect(findEntry("services-page")?.steps.map(zh).slice(0, 2)).toEqual(["我", "服务"]);
    expect(findEntry("mini-program")?.otherProducts).toEqual(["we2000"]);
    expect(findEntry("wallet-grid")?.otherProducts).toEqual(["fenqi"]);
  });

  it("states no share and no visits of the second-level menu", () => {
    expect(findEntry("second-level-menu")).not.toHaveProperty("visibleShare");
    expect(findEntry("second-level-menu")).not.toHaveProperty("dailyVisits");
  });
});

describe("二、主流借款产品类型与特征", () => {
  it.each([
    ["微粒贷", "own", "微众银行", "200000.00", "0.072", "0.18"],
    ["WE2000", "partner", "微众银行", "2000.00", "0.045", "0.102"],
    ["小鹅花钱", "partner", "捷信消费金融", "50000.00", "0.095", "0.24"],
  ])("%s: %s, %s, %s yuan, %s to %s", (name, kind, lender, maximum, lowest, highest) => {
    const { lender: lent, ...rest } = product(name);
    expect(zh(lent)).toBe(lender);
    expect(rest).toMatchObject({ kind, maximum, annualRate: { lowest, highest } });
  });

  it.each(["度小满", "360借条"])("%s is a referral without a figure of its own", (name) => {
    const referral = product(name);
    expect(referral.kind).toBe("referral");
    for (const figure of ["maximum", "annualRate", "terms", "dayBasis"]) {
      expect(referral).not.toHaveProperty(figure);
    }
  });

  it("微粒贷's published terms: 5, 10 or 20 installments, 360 days", () => {
    expect(product("微粒贷")).toMatchObject({ terms: [5, 10, 20], dayBasis: 360 });
  });
});

describe("三、借款资格评估体系", () => {
  it.each([
    ["social", "0.25", ["chats", "public-accounts"]],
    ["payments", "0.35", ["spending", "transfers", "red-packets"]],
    ["credit", "0.30", ["credit-bureau", "platform-record"]],
    ["assets", "0.10", ["money-fund", "investments"]],
  ])("%s weighs %s, from %j", (name, weight, sources) => {
    const dimension = scoreDimensions(roundBorrower).find((one) => one.name === name);
    expect(dimension?.weight).toBe(weight);
    expect(dimension?.parts?.map(({ source }) => source)).toEqual(sources);
  });

  it.each([
    ["微粒贷", "white-list"],
    ["WE2000", "deposit"],
    ["小鹅花钱", "consumption-scene"],
  ])("%s: %s", (name, rule) => {
    expect(product(name).rule).toBe(rule);
  });
});

describe("四、额度与利率动态管理机制", () => {
  it.each([
    ["日支付≥5次", 5, "high-activity", 90, "0.85"],
    ["月支付≥3次", 3 / 30, "regular", 180, "1.00"],
    ["季度支付≤5次", 5 / 90, "low-frequency", 360, "1.20"],
  ])("%s: %s, every %i days, rate x %s", (_rule, paymentsPerDay, name, reviewDays, rateFactor) => {
    expect(tierOf(paymentsPerDay)).toEqual({ name, reviewDays, rateFactor });
    expect(findTier(name as "regular").reviewDays).toBe(reviewDays);
  });

  it.each(["city", "occupation", "device"] as const)("初始授信: LBS定位、职业信息、设备型号: %s", (data) => {
    const grant = (profile: Partial<typeof roundBorrower.profile>) =>
      initialGrant({
        product: quotableProduct("weilidai"),
        score: "70.00",
        profile: { city: "beijing", occupation: "employee", device: "flagship", ...profile },
      });
    expect(Number(grant({ [data]: "" }))).toBeLessThan(Number(grant({})));
  });

  it("额度提升: 消费增长幅度、还款及时性、资产沉淀规模", () => {
    const review = reviewLimit({
      ...{ limit: "10000.00", maximum: "200000.00", tier: "high-activity" },
      ...{ lastReviewedOn: "2026-01-01", on: "2026-04-01", repayments: { onTime: 3, late: 0 } },
      before: { monthlySpending: "1000.00", assets: "1000.00" },
      now: { monthlySpending: "1100.00", assets: "1100.00" },
    });
    expect(review.outcome === "reviewed" && review.raises.map(({ source }) => source)).toEqual([
      ...["spending-growth", "timely-repayment", "assets"],
    ]);
  });

  it("利率浮动: LPR变化", () => {
    expect(lprHistory().length).toBeGreaterThan(1);
  });
});

describe("五、还款渠道与逾期管理", () => {
  it.each([
    ["balance", { kind: "at-once" }, "0", "0"],
    ["bank-card", { kind: "working-days", minimum: 1, maximum: 2 }, "0", "0"],
    ["credit-card", { kind: "days", days: 1 }, "0.001", "0.003"],
  ] as const)("%s arrives %j, fee %s to %s", (id, arrival, minimum, maximum) => {
    expect(railOf(id)).toMatchObject({ arrival, fee: { minimum, maximum } });
  });

  it("自动扣款: 零钱/银行卡", () => {
    expect(deductionSources).toEqual(["balance", "bank-card", "balance-then-card"]);
  });

  it("手动还款: 钱包→银行卡→还款页面", () => {
    expect(productBackground().manualRepayment.map(zh)).toEqual(["钱包", "银行卡", "还款页面"]);
  });

  it("每日收取0.05%罚息; 短信提醒→客服呼叫→法律函告", () => {
    expect(Number(housePenalty.dailyRate)).toBe(0.0005);
    expect(collectionStagesOf().map(({ means }) => means)).toEqual(["sms", "call", "letter"]);
  });
});

describe("六、信息安全与隐私保护", () => {
  it.each([
    ["生物识别", "微信支付安全团队", "身份核验环节"],
    ["数据脱敏", "腾讯云安全中心", "用户画像建模"],
    ["区块链存证", "至信链平台", "电子合同签署"],
  ])("%s by %s covers %s", (name, by, covers) => {
    const found = productBackground().safeguards.find((one) => zh(one.name) === name);
    expect([zh(found?.by), zh(found?.covers)]).toEqual([by, covers]);
  });
});

describe("六、三条承诺", () => {
  it.each([
    ["数据传输", "全程SSL加密，敏感信息脱敏处理"],
    ["权限控制", "借款功能需单独人脸识别解锁"],
    ["隐私政策", "数据仅用于风控评估，禁止向第三方商业机构共享"],
  ])("%s: %s", (name, says) => {
    expect(zh(productBackground().promises.find((one) => zh(one.name) === name)?.says)).toBe(says);
  });
});

describe("七、产品迭代与用户体验优化", () => {
  it.each([
    [2022, "借款日历", "智能提醒还款日"],
    [2023, "额度共享", "避免多头授信"],
    [2024, "消费场景直连", "嵌入京东/拼多多购物车"],
  ])("%i: %s, %s", (year, name, brings) => {
    const found = productBackground().milestones.find((one) => one.year === year);
    expect([zh(found?.name), zh(found?.brings)]).toEqual([name, brings]);
  });

  it.each([
    ["流程简化", "2021Q4", "申请步骤", "-0.40"],
    ["风险预警", "2022Q3", "逾期率", "-0.023"],
    ["场景融合", "2023Q2", "转化率", "0.17"],
  ])("%s, %s: %s %s", (name, quarter, measure, change) => {
    const found = productBackground().improvements.find((one) => zh(one.name) === name);
    expect([found?.quarter, zh(found?.measure), found?.change]).toEqual([quarter, measure, change]);
  });

  it("消费场景直连: 京东, 拼多多", () => {
    expect(merchantList().map(({ name }) => zh(name))).toEqual(["京东", "拼多多"]);
  });
});

describe("platform comparison", () => {
  it.each([
    ["微粒贷", "200000.00", "0.072", "0.18", { kind: "instant" }, "always"],
    ["支付宝借呗", "300000.00", "0.054", "0.219", { kind: "average", hours: 2 }, "selective"],
    ["京东金条", "250000.00", "0.065", "0.24", { kind: "instant" }, "always"],
  ])(
    "%s: %s yuan, %s to %s, paid out %j, reported %s",
    (name, maximum, lowest, highest, speed, reporting) => {
      const found = product(name);
      expect(found).toMatchObject({
        maximum,
        annualRate: { lowest, highest },
        payoutSpeed: speed,
        creditReporting: reporting,
      });
      expect(comparedPlatforms).toContain(found.id);
    },
  );

  it("names 抖音放心借 as a competitor without figures", () => {
    const { kind, maximum, annualRate } = product("抖音放心借");
    expect([kind, maximum, annualRate]).toEqual(["comparison", undefined, undefined]);
  });

  it.each([
    ["strength", "依托社交数据降低风控成本，资金闭环保障安全性"],
    ["weakness", "额度上限较低（对比银行信用贷），利率缺乏梯度设计"],
    ["opportunity", "覆盖长尾用户群体，拓展线下消费场景"],
    ["threat", "面临支付宝借呗、抖音放心借等平台的分流压力"],
  ])("%s: %s", (kind, point) => {
    expect(
      productBackground()
        .standing.filter((one) => one.kind === kind)
        .map(zh),
    ).toEqual([point]);
  });

  it("the outlook: 消费场景权益, 金融健康评分体系, 隐形化、定制化、前置化", () => {
    expect(productBackground().outlook.map(zh)).toEqual([
      "引入更多消费场景权益",
      "建立用户金融健康评分体系",
      "服务隐形化、产品定制化、风险前置化",
    ]);
  });
});
