/**
 * Many ways to write one thing, and the way the models read it: slips of the keyboard and of the ear, regional words,
 * and turns of phrase that say the same. In this order, each on the outcome of those before.
 */
const rewritings: readonly (readonly [ways: RegExp, plain: string])[] = [
  // Slips: homophones and lookalikes of the field's words.
  [/帐/g, "账"],
  [/登陆/g, "登录"],
  [/[代带待袋货][款欵](?!项)/g, "贷款"],
  [/(?<=还)(?:欵|宽(?!限))/g, "款"],
  [/(?<=[怎如么何样能]|可以|提前|主动|自动)换(?=[款钱清])/g, "还"],
  [/[额鹅][服渡肚都读]|鹅度/g, "额度"],
  [/提鹅/g, "提额"],
  [/利[习惜昔西]|力息|历息/g, "利息"],
  [/[证正]信(?!息|用|封|件)|征新/g, "征信"],
  [/[预余于]期(?=[一二两三四五六七八九十几多\d]|[了会还后吗怎的算款未费利记么影]|\uE005|没还|$)/g, "逾期"],
  [/验[正症]码|效验码|验证吗/g, "验证码"],
  [/手续[非废飞]|手需费/g, "手续费"],
  [/自[助主](?=扣|还|划)/g, "自动"],
  [/人功|人公(?!里)/g, "人工"],
  [/注肖|主销|注消/g, "注销"],
  [/(?<=还|付)[请情轻](?=$|[了吗啊。，])/g, "清"],
  [/短[心新]/g, "短信"],
  [/结[青轻]/g, "结清"],
  [/[神甚]么|什嘛|神马/g, "什么"],
  // Spoken and regional words.
  [/木有|冇|莫得|没得(?!到|说)/g, "没有"],
  [/肿么|怎嘛|咋个|咋样?|咋地/g, "怎么"],
  [/为啥子?|为嘛|为何|为毛|干嘛(?=不|没|要|给|还)|凭啥|凭什么|什么原因|啥原因|是何原因/g, "为什么"],
  [/啥时候|啥时|何时|几时|什么时间|哪时候?/g, "什么时候"],
  [/啥子?/g, "什么"],
  [/怎样|怎么样(?=才|能|可以|会|申|开|提|还|办|取|注|关|查|看|借|换|改)/g, "如何"],
  [/几多|多小/g, "多少"],
  [/哪儿|那里(?=[找看查能可有借开]|$)|那儿$|哪边|哪块/g, "哪里"],
  [/多长时间|多少时间|几久/g, "多久"],
  // Turns of phrase.
  [/可不可以|能不能够?|能否|可否|是否可以|是否能够?|可以不可以|可以(?!不)|能够/g, "能"],
  [/是否有|有无/g, "有没有"],
  [/是不是会|会不会|是否会/g, "会"],
  [/没办法|没法子?|无法/g, "不能"],
  [/请?问一?下|我?想问/g, ""],
  [/[您]/g, "你"],
  [/(?:手机|电话|联系)(?:号码|号)/g, "手机号"],
  [/提早|早点(?=还|结)/g, "提前"],
  [/借[钱贷](?=$|[^款])|贷钱|借贷/g, "借款"],
  [/还钱|还贷款?(?!清|完)/g, "还款"],
];

/** A sentence with each thing written in one way. */
export function plainZh(text: string): string {
  return rewritings.reduce((sentence, [ways, plain]) => sentence.replace(ways, plain), text);
}
