/** What a sentence picks at its stage without using the words of a button: a rail, or what is to be changed. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { isQuestion } from "../../reading/question.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

type Naming = readonly (readonly [words: RegExp, event: JourneyEvent])[];

const rails: Naming = [
  [/零钱|余额(?!宝)|balance|wallet/, { type: "repay.rail", rail: "balance" }],
  [/信用卡|credit card/, { type: "repay.rail", rail: "credit-card" }],
  [
    /银行卡|储蓄卡|借记卡|[建工农招交中]行|(?<!信用)卡(?!号|里)|bank card|debit card|my card|the card/,
    { type: "repay.rail", rail: "bank-card" },
  ],
];

const asPolitely =
  /(?:可以|行|能|成|好)?(?:吗|么|不)?[?？。!！]*$|^(?:can|could|may) i (?:use|pay with|pay by)/;
const longestChoice = 16;
/** What a rail costs is asked, not chosen. */
const ofFees = /费|要钱|免费|\b(?:fees?|costs?|charges?|free)\b/;

const changeOf = (zh: string, en: string): RegExp =>
  new RegExp(
    `(?:改|换|调整?|修改|更改|填错|写错|输错|选错)了?(?:一下|下|个)?(?:${zh})|(?:${zh})(?:想|要|得|能|可以|我)*(?:再|重新)?(?:改|换|调|填错|写错|输错|选错|不对|错)|` +
      `(?:change|edit|adjust|fix|correct|modify|another|different)(?: \\w+){0,2} (?:${en})|(?:${en}) (?:is|was) (?:wrong|incorrect|not right)`,
  );

const changes: Naming = [
  [changeOf("金额|数额|钱数|借款额", "amount|sum"), { type: "amount.change" }],
  [
    changeOf("期数|期限|分期数?|几期", "term|installments|instalments|number of months"),
    { type: "term.change" },
  ],
];

/** More or less, by how much is not said. */
const aBit =
  /^(?:这个?|金额|借得?|是不是|好像)?(?:太|有点|有些)[多少](?:了|吧|点)*[。！!]*$|^(?:that's |that is |it's |it is )?(?:a bit |a little |way )?too (?:much|little)(?: money)?[.!]*$|(?<!最)[多少](?:借|贷|取)(?:个|它)?(?:一?点|一?些|1点)|(?:借|贷)[多少](?:一?点|一?些|1点)|^(?:能|可以|想|要|我|再|就|还是)*[多少](?:一?点|一?些|1点)(?:吧|儿|钱|吗|可以|行)*$|^(?:(?:please|can i|could i|i want to|i'd like to|let me|let's|actually) )*(?:borrow |take |make it |get )?(?:a (?:tiny )?(?:bit|little(?: bit)?)|slightly|somewhat) (?:more|less)(?: money| please)*[?.!]*$|^(?:please )?(?:borrow|take) (?:more|less)(?: please)?[.!]*$/;

const eventNamed = (text: string, naming: Naming): JourneyEvent | undefined =>
  naming.find(([words]) => words.test(text))?.[1];

/** Takes a message without figures. */
export function readNamedChoice({ text }: Reading, { path }: Situation): JourneyEvent | undefined {
  if (/^(?:quoting|confirming|checkingEligibility)\./.test(path))
    return aBit.test(text) ? { type: "amount.change" } : eventNamed(text, changes);
  const said = text.replace(asPolitely, "");
  const chooses =
    /^repaying\.(?:choosingRail|reviewing|refused)$/.test(path) &&
    said.length <= longestChoice &&
    !isQuestion(said) &&
    !ofFees.test(said);
  return chooses ? eventNamed(said, rails) : undefined;
}
