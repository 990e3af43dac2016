import type { JourneyEvent } from "../../../machines/journey-events.ts";

const names: readonly (readonly [RegExp, string])[] = [
  [/小鹅|xiao'?e/, "xiaoe-huaqian"],
  [/we ?2000/, "we2000"],
  [/微粒贷|weilidai/, "weilidai"],
];

/** Other companies', explained where they are asked after. */
const others: readonly (readonly [string, JourneyEvent])[] = [
  ["(?:蚂蚁|支付宝)?借呗|jiebei", { type: "product.choose", product: "jiebei" }],
  ["度小满|du ?xiaoman", { type: "product.choose", product: "duxiaoman" }],
  ["360 ?借条|360 ?jietiao", { type: "product.choose", product: "360-jietiao" }],
  ["(?:京东)?金条|jintiao", { type: "product.choose", product: "jd-jintiao" }],
  ["(?:抖音)?放心借|fangxinjie", { type: "product.choose", product: "douyin-fangxinjie" }],
  ["(?:蚂蚁|支付宝)?花呗|huabei|(?:京东)?白条|baitiao", { type: "ask", topic: "elsewhere" }],
];

const lends = (name: string): RegExp =>
  new RegExp(
    `^(?:请问|那么?|我|想问|问一?下|在|从|用|去|,|，| )*(?:${name})(?:里面?|上面?|那边|那里|那儿|这个|还|我|现在|最多|也|到底|,|，| )*(?:能不能|可不可以|可以|能否|可否|能|会)(?:给我|给|再|还)*(?:借|贷)|` +
      `\\b(?:borrow|loan|lend|money)\\b.*\\b(?:from|with|at|through|on|via|by) (?:alipay |jd |ant |douyin )?(?:${name})|^(?:does|do|will|would|can) (?:the )?(?:${name}) .*\\blend\\b`,
  );

const lending = others.map(([name, event]) => [lends(name), event] as const);

/** "借呗能借吗": asked of another company's product, whatever is under way here. `text` is normalised. */
export function askedOfAnother(text: string): JourneyEvent | undefined {
  if (names.some(([name]) => name.test(text))) return undefined;
  return lending.find(([asks]) => asks.test(text))?.[1];
}

/** The product that a wish names, "用小鹅花钱借5000"; absent when it names none, or several. `text` is normalised. */
export function productNamed(text: string): string | undefined {
  const named = names.filter(([name]) => name.test(text));
  return named.length === 1 ? named[0]?.[1] : undefined;
}
