/** Wishes about reminders, deductions and paying later: each sentence with the event that it means. */
import { describe, expect, it } from "vitest";
import { loan, settled } from "../support/fixtures/published-loan.ts";
import { at } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

/** A Thursday, three days past due: 10:00 in Shanghai. */
const now = "2016-03-10T02:00:00.000Z";
const owing = at("reminding.watching", { loans: [loan], at: now });
const meant = (text: string, situation = owing) => understand(text, situation).event;

describe("reminders off and on", () => {
  it.each([
    ...[
      "停止提醒",
      "不要再提醒我了",
      "别再给我发短信了",
      "关闭还款提醒",
      "把提醒关掉",
      "取消提醒",
      "退订",
      "TD",
    ],
    ...["stop sending me reminders", "Stop reminding me", "turn off notifications", "unsubscribe"],
    ...["please stop texting me", "cancel my reminders"],
  ])("%s", (text) => expect(meant(text)).toEqual({ type: "reminders.stop" }));

  it.each([
    "恢复提醒",
    "重新打开提醒吧",
    "resume reminders",
    "turn on my reminders",
    "turn reminders back on",
  ])("%s", (text) => expect(meant(text)).toEqual({ type: "reminders.resume" }));

  it.each(["取消", "停止", "stop", "cancel", "取消申请", "cancel my application"])(
    "%s ends what is under way, not the reminders",
    (text) => expect(meant(text)).toEqual({ type: "cancel" }),
  );
});

describe("automatic deduction", () => {
  it.each(["取消自动扣款", "关闭自动还款", "不要自动扣款了", "stop automatic deduction", "cancel autopay"])(
    "%s ends it, and no application",
    (text) => expect(meant(text)).toEqual({ type: "deduction.stop" }),
  );
  it.each([
    "自动扣款",
    "把自动扣款打开",
    "帮我把代扣开一下",
    "开通自动扣款",
    "怎么取消自动扣款",
    "set up autopay",
    "automatic deduction",
  ])("%s shows it", (text) => expect(meant(text)).toEqual({ type: "deduction.choose" }));
});

describe("when to be reminded", () => {
  it.each([
    ["下午再提醒我", "2016-03-10T15:00"],
    ["今晚再提醒我", "2016-03-10T20:00"],
    ["明天再说", "2016-03-11T09:00"],
    ["明天下午三点半提醒我", "2016-03-11T15:30"],
    ["两小时后再提醒我", "2016-03-10T12:00"],
    ["半小时后提醒我一下", "2016-03-10T10:30"],
    ["20分钟后叫我", "2016-03-10T10:20"],
    ["晚点再提醒我", "2016-03-10T12:00"],
    ["三天后再提醒我", "2016-03-13T09:00"],
    ["周六提醒我", "2016-03-12T09:00"],
    ["8点再提醒我", "2016-03-10T20:00"],
    ["今天早上提醒我", "2016-03-10T11:00"],
    ["凌晨3点再提醒我", "2016-03-11T03:00"],
    ["remind me tonight", "2016-03-10T20:00"],
    ["remind me in two hours", "2016-03-10T12:00"],
    ["remind me in half an hour", "2016-03-10T10:30"],
    ["remind me tomorrow morning", "2016-03-11T09:00"],
    ["Remind me this afternoon, please", "2016-03-10T15:00"],
    ["remind me later", "2016-03-10T12:00"],
    ["remind me in 3 days", "2016-03-13T09:00"],
    ["remind me on friday at 5pm", "2016-03-11T17:00"],
  ])("%s: once, at %s", (text, until) => expect(meant(text)).toEqual({ type: "snooze", until }));

  it.each([
    ["以后晚上8点提醒我", 20],
    ["提醒时间改到20点", 20],
    ["把提醒改成早上8点", 8],
    ["always remind me at 9 pm", 21],
    ["以后半夜12点提醒我", 12],
    ["提醒时间改成23点", 23],
  ])("%s: from now on, at %d", (text, hour) => expect(meant(text)).toEqual({ type: "reminder.hour", hour }));

  it.each([
    ["提前5天提醒我", 5],
    ["提前一周提醒我还款", 7],
    ["remind me 2 days before", 2],
  ])("%s: %d days before", (text, daysBefore) =>
    expect(meant(text)).toEqual({ type: "reminder.set", daysBefore }),
  );

  it.each(["remind me 5 days before at 6pm", "提前5天下午6点提醒我"])("%s: the hour is offered", (text) => {
    expect(understand(text, owing)).toEqual({
      event: { type: "reminder.set", daysBefore: 5 },
      alternatives: [{ type: "reminder.hour", hour: 18 }],
    });
  });

  it("in the settings bare words answer what is asked", () => {
    const asked = at("reminding.choosingHour", { loans: [loan], at: now });
    expect(meant("20", asked)).toEqual({ type: "reminder.hour", hour: 20 });
    expect(meant("晚上9点", asked)).toEqual({ type: "reminder.hour", hour: 21 });
    expect(meant("8:30", asked)).toEqual({ type: "reminder.hour", hour: 8.5 });
  });
});

describe("money that is not there, or was paid", () => {
  it.each([
    ...[
      "还不上了",
      "没钱还",
      "能不能晚几天还",
      "这个月手头紧",
      "宽限几天行吗",
      "can I pay later",
      "I can't pay",
    ],
    ...["I cannot pay this month", "I lost my job"],
  ])("%s", (text) => expect(meant(text)).toEqual({ type: "hardship" }));

  it.each(["申请延期", "能不能延期还款", "I need an extension"])("%s", (text) =>
    expect(meant(text)).toEqual({ type: "extension.choose" }),
  );

  it.each(["cancel my promise", "withdraw the promise", "取消约定", "取消我的约定", "约定取消吧"])(
    "%s takes the promise back",
    (text) => expect(meant(text)).toEqual({ type: "promise.withdraw" }),
  );
  it.each([
    "取消延期",
    "撤回延期申请",
    "不要延期了",
    "withdraw my extension",
    "cancel my request for an extension",
  ])("%s asks for no extension", (text) => expect(meant(text)).toEqual({ type: "extension.withdraw" }));

  it.each(["idle", "reminding.watching", "reminding.hardship"])(
    "%s: a day to pay on is not dropped",
    (path) => {
      const here = at(path, { loans: [loan], at: now });
      const asked = (text: string) => understand(text, here).alternatives;
      const on = "2016-03-15";
      const promised = [
        { type: "promise.make", on, amount: "500" },
        { type: "repay", amount: "500" },
      ];
      expect(asked("15号还500")).toEqual(promised);
      expect(asked("pay 500 on the 15th")).toEqual(promised);
      expect(asked("I will pay 500 on the 15th")).toEqual(promised);
      expect(asked("我15号还")).toEqual([{ type: "promise.make", on }, { type: "repay" }]);
      for (const leave of [
        "15号还行吗",
        "3月15号还可以吗",
        "can I pay on 15 March?",
        "is it ok if i pay on the 15th",
      ])
        expect(asked(leave), leave).toEqual([{ type: "promise.make", on }, { type: "repay" }]);
      expect(understand("30号还300", here)).toEqual({
        event: { type: "promise.make", on: "2016-03-30", amount: "300" },
        alternatives: [{ type: "repay", amount: "300" }],
      });
    },
  );
  it.each(["今天还500", "还500", "每月15号还款", "还款日是15号吗"])("%s promises nothing", (text) => {
    const { event, alternatives = [] } = understand(text, owing);
    for (const { type } of [event, ...alternatives]) expect(type).not.toMatch(/^promise/);
  });

  it.each([
    "我已经还了",
    "已还",
    "还过了",
    "钱昨天还了",
    "早就还了",
    "I already paid",
    "I've paid",
    "paid already",
  ])("%s", (text) => expect(meant(text)).toEqual({ type: "paid.claim" }));

  it.each(["还款", "我要还款", "提前还清", "还5000"])("%s is a wish to repay", (text) =>
    expect(meant(text).type).toMatch(/^repay/),
  );

  it("of whoever owes nothing such words are questions, or nothing", () => {
    const free = at("idle", { loans: [], at: now });
    expect(meant("还不上了怎么办", free)).toEqual({ type: "ask", topic: "overdue-consequences" });
    expect(meant("我已经还了", at("idle", { loans: [settled.loan], at: now }))).toEqual({
      type: "paid.claim",
    });
  });

  it("questions about what being late means stay questions", () => {
    expect(meant("还不上会影响征信吗").type).toBe("ask");
    expect(meant("what happens if I pay late").type).toBe("ask");
  });

  it("a day, with or without an amount, answers what is asked", () => {
    const promising = at("reminding.promising", { loans: [loan], at: now });
    expect(meant("15号还500", promising)).toEqual({ type: "promise.make", on: "2016-03-15", amount: "500" });
    expect(meant("后天", promising)).toEqual({ type: "promise.make", on: "2016-03-12" });
    expect(meant("500 on the 15th", promising)).toEqual({
      ...{ type: "promise.make", on: "2016-03-15", amount: "500" },
    });
    expect(meant("3天后", promising)).toEqual({ type: "promise.make", on: "2016-03-13" });
    const extending = at("reminding.extending", { loans: [loan], at: now });
    expect(meant("until the 30th", extending)).toEqual({ type: "extension.request", on: "2016-03-30" });
  });
});
