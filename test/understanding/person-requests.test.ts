/** Whoever wants a person is heard at every stage, and in whatever state their loan is. */
import { describe, expect, it } from "vitest";
import { contextAt, situations } from "../support/fixtures/situations.ts";
import { understand } from "./understand-text.ts";

const everywhere = situations.map(({ path, context }) => ({ path, context }));
const readings = (text: string, locale: "zh-CN" | "en") => [
  ...new Set(everywhere.map((place) => JSON.stringify(understand(text, { ...place, locale }).event))),
];
const asked = (reason?: string) => [JSON.stringify({ type: "person.request", ...(reason && { reason }) })];
const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? "zh-CN" : "en");

describe("at every stage", () => {
  it.each([
    ...[
      "人工",
      "转人工",
      "我要找真人客服",
      "麻烦帮我接个人工",
      "叫你们经理来",
      "我不想跟机器人说了，换个真人",
    ],
    ...["能不能转人工客服", "让工作人员联系我", "找你们负责人谈", "跟真人聊", "有没有人，给我回个电话"],
    ...["talk to a person", "agent please", "I need a real human", "can I speak with your supervisor?"],
    ...["transfer me to customer service", "get me someone to talk to", "representative"],
  ])("a person is asked for: %s", (text) => {
    expect(readings(text, languageOf(text))).toEqual(asked());
  });

  it.each([
    ...["早上9点前别打扰我", "能不能9点前别打扰", "周末不要联系我", "95017是微信客服吗"],
    ...["please don't contact me before 9", "no calls in the evening please"],
  ])("an hour to be left alone in, or a number that is asked about, registers nobody: %s", (text) => {
    for (const reading of readings(text, languageOf(text))) expect(reading).not.toContain("person.request");
  });

  it.each(["晚上别再打电话骚扰我了", "stop harassing me at night"])(
    "harassment is stopped at whatever hour: %s",
    (text) => {
      expect(readings(text, languageOf(text)).join()).toContain("stop-contact");
    },
  );

  it.each([
    ...[
      "我要投诉",
      "我要求停止催收,否则投诉",
      "再这样我就去银保监投诉你们",
      "你们乱收罚息，我要举报你们",
      "投訴",
    ],
    ...[
      "I want to file a complaint",
      "I'm going to report you to the regulator",
      "this is a formal complaint",
    ],
  ])("a complaint: %s", (text) => {
    expect(readings(text, languageOf(text))).toEqual(asked("complaint"));
  });

  it.each([
    ...["请联系我的律师", "以后的事跟我律师谈", "我已经委托律师了", "本人已聘请律师处理此事"],
    ...["please contact my lawyer", "I have hired an attorney", "talk to my solicitor from now on"],
  ])("a lawyer: %s", (text) => {
    expect(readings(text, languageOf(text))).toEqual(asked("lawyer"));
  });

  it.each([
    ...[
      "我爸爸去世了,别再打电话",
      "借款人已经死亡",
      "我老公上个月病逝了",
      "他人不在了，他是我哥",
      "本人母亲昨天过世",
    ],
    ...["my father passed away last week", "the borrower has died", "My husband died, please stop calling"],
  ])("a death: %s", (text) => {
    expect(readings(text, languageOf(text))).toEqual(asked("bereavement"));
  });

  it.each([
    ...["我要求你们停止催收", "不要再骚扰我了", "立即停止一切催收行为", "别一直打电话"],
    ...["stop the harassment", "do not contact me again", "cease and desist"],
  ])("no more calls: %s", (text) => {
    expect(readings(text, languageOf(text))).toEqual(asked("stop-contact"));
  });
});

describe("is not read into what says something else", () => {
  it.each([
    ...[
      "不用转人工",
      "我不投诉了",
      "取消投诉",
      "要人工审核吗",
      "客服电话是多少",
      "会发律师函吗",
      "你们会找律师起诉我吗",
    ],
    ...["逾期会催收吗", "会打电话给我家人吗", "我爸爸去世了想借两万", "花呗怎么投诉", "朋友欠我钱"],
    ...[
      "I don't want to talk to an agent",
      "no complaints so far",
      "what is your phone number",
      "will you sue me",
    ],
  ])("%s", (text) => {
    expect(readings(text, languageOf(text)).join()).not.toContain("person.request");
  });
});

it("what else the message asked for is offered beside it, but not beside a complaint", () => {
  const idle = { path: "idle", context: contextAt("idle"), locale: "zh-CN" as const };
  const read = (text: string) => understand(text, idle);
  expect(read("转人工，我想借两万").alternatives).toHaveLength(1);
  expect(read("我要投诉，你们是骗子").alternatives).toBeUndefined();
});
