/** Whoever does not know how to go on, is afraid, or did not follow: not a question, but a cry. */
import { claimsOf } from "../../../machines/journey/arrangements.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

const whatNow = [
  /^(?:我|那|这|可)*(?:该|要)?(?:怎么办|咋办|咋整|怎么整|咋弄|怎么弄|如何是好)[啊呀呢]*[。.!！?？]*$/,
  /^what (?:should|can|do) i do(?: now)?[?! ]*$/,
];
const afraid = [
  /^我?(?:真的?|好|很|有点|特别|太|快)*(?:怕|害怕|慌|焦虑|担心|崩溃)[了啊呀]*[。.!！]*$/,
  /救救我|睡不着|压力(?:好|很|太|真)?大|\bcan't sleep\b/,
  /^i(?:'m| am) (?:so |really |very )?(?:scared|afraid|worried|anxious|stressed|desperate)[.! ]*$/,
];
const pleads = [
  /(?:求|拜托).{0,6}(?:别|放过|饶|宽限|不要)|别(?:再)?逼我/,
  /^(?:please )?(?:don't|do not|stop) (?:push|pressure)(?:ing)? me/,
];
const lost = [
  /^我?(?:真|还是?|完全|有点)?(?:听|看|弄|搞)?不(?:太)?(?:懂|明白)(?:你|们|在|说|的|什么|啊|呀|呢|了)*[。.!！?？]*$/,
  /^(?:这|那|这个|这是|是)?(?:什么|啥子?)意思[嘛啊呀呢]*[?？]*$|说人话|字太多|看不清|一头雾水/,
  /^(?:这|那)(?:个)?是(?:什么|啥)[?？]*$|^我?(?:老了|年纪大了?)[,，]?不太?会(?:用|弄)/,
  /^(?:i |sorry |but )*(?:don't|didn't|can't) (?:really |quite )?(?:understand|get it|follow)\b.{0,12}$/,
  /^(?:sorry )?what (?:does|do) (?:that|this|it|you) mean[?! ]*$|^huh[?! ]*$|\btoo many words\b/,
];
const rude = [
  /烦不烦|闭嘴|废话|抢钱|去死|^滚|垃圾|废物|智障|脑残|有病吧|妈的|他妈|操你|王八|混蛋|烦死/,
  /\b(?:fuck\w*|(?:bull)?shit|asshole|bitch|bastard|idiot|stupid|go to hell|screw you|wtf)\b|^thanks for nothing/,
];
const whichButton = [
  /^(?:随便|都行|都可以|你看着办|听你的|你(?:来)?定|你决定|无所谓|不知道(?:选哪个)?)(?:吧|啊|呀|了)*[。.! ]*$/,
  /^(?:我|要|该|现在|应该|怎么)*(?:点|按)(?:哪里?|哪儿|哪个|什么|啥)?(?:按钮|个|啊|呀|呢)*[?？]*$/,
  /^(?:whatever|you decide|up to you|i don't know|no idea)[.! ]*$/,
  /^(?:where|what|which (?:button|one)) (?:do|should) i (?:press|click|tap)[? ]*$/,
];
const laterOn = /^(?:等会儿?|等下|明天|改天|回头|以后|晚点|下次|过几天)再说[吧了]*[。.!！]*$/;
const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** No longer: what is said at length says more. */
const longest = 24;

/** Messages that are too many, and a person who is wanted, are heard for what they ask. */
const wantsMore = /信息|短信|消息|人工|\bhuman\b/;

const isRude = (text: string, asks: boolean): boolean =>
  (!asks || text.length < 5) && !wantsMore.test(text) && anyOf(rude, text);

/** Whoever owes is shown what can be done about it. */
export function readAtALoss({ text, asks }: Reading, { path, context }: Situation): JourneyEvent | undefined {
  if (text.length > longest) return undefined;
  const place: JourneyEvent = { type: path === "idle" ? "help" : "where" };
  const owes = claimsOf(context).length > 0;
  const said: readonly (readonly [boolean, JourneyEvent])[] = [
    [anyOf(whichButton, text), place],
    [context.loans.length === 0 && laterOn.test(text), { type: "courtesy", of: "yes" }],
    [owes && anyOf([...whatNow, ...afraid, ...pleads], text), { type: "hardship" }],
    [anyOf(lost, text), { type: "courtesy", of: "lost" }],
    [anyOf(afraid, text), { type: "courtesy", of: "anxious" }],
    [anyOf(whatNow, text), place],
    [isRude(text, asks), { type: "courtesy", of: "upset" }],
  ];
  return said.find(([meant]) => meant)?.[1];
}
