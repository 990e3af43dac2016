/** Words about figures: those that say nothing besides, and those that tell what a figure beside them is. */

const listed = (words: string): string =>
  words
    .split(/\s+/)
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length)
    .join("|");

const fillersZh = listed(`
  那 那么 就 吧 的 的话 了 好 行 可以 可 啊 呀 嗯 哦 噢 额 呃 先 我 你 您 想 要 借 贷 款 个 来 给 大概 大约 差不多 左右 整 元 块 钱
  只 才 一共 共 总共 也 再 换 改 成 变 更改 为 是 期 分 按 选 用 算 这 下 一 请 帮 把 让 金额 数额 期数 期限 时间 其实 应该 说 记错
  不对 错 需要 够 等等 等会 等一下 哈 哎 唉 嘛 呗 咯 啦 谢谢 麻烦 不 吗 么 多 少 些 点 还清 还完 还 每 月 年 以内 最多 至少 目前 现在
  马上 直接 暂时 而 确定 定 取 额度 人民币 应急 周转 急用 急需 能 能不能 可不可以 写 打 输 ok okay`);
const fillersEn = listed(`
  please pls plz just maybe perhaps about around approximately roughly yuan rmb cny kuai ok okay yes yeah i i'd i'll i'm we it's let's
  that's want wanna need would like to let me do make it that this then the a an in over for of say how so well hmm um uh oh actually
  sorry no not wait rather instead change set go going with only take have get borrow loan lend money cash installments installment at by
  mean meant said be will is should thanks thank you and can could more less think guess total sum amount term months pay repay back off now
  today first some per up hi hello hey us give fine good enough try put pick choose typed type`);
/** Of a loan's other terms, and of reminders: said with figures, they are answers too. */
const besides =
  /等额本[金息]|装修|家装|教育|学费|上学|培训|医疗|看病|旅游|旅行|日常(?:消费)?|消费|购物|生活费|renovation|education|tuition|medical|travel|daily(?: spending)?|equal[- ]principal|level[- ]payments?|提前|提醒|通知|还款日|当天|[天日周前]|\b(?:remind(?:er)?s?|before|ahead|early|earlier|in advance|due|days?)\b/g;

const onlyFillers = new RegExp(`^(?:${fillersZh}|(?:${fillersEn})(?![a-z'])|[\\s\\p{P}\\p{S}])*$`, "u");

/** Whether words say nothing that a form did not ask for. */
export const areFillers = (words: string): boolean => onlyFillers.test(words.replace(besides, " "));

const about = "(?:大概|大约|差不多|约|也就|最少|至少|最多|不超过|整整|个|¥|￥|:|：|,|，|是|为|够|,| )*";
const aboutEn =
  "(?: (?:a|an|another|about|around|just|only|me|some|up to|like|the|loan|of|for|roughly|approximately|exactly|maybe|say|at least|at most|us|rmb|cny|please|money|it|back|off|down|you|first|now|extra|,|:))*[ ,:¥]*$";

/** Right before a sum that is wanted. */
export const borrowed = new RegExp(
  `(?:借|贷)(?:款|钱|我|他|她|个|点|入|一?笔|一?些|出来?|给我)*${about}$|` +
    `(?:想要|需要|急需|急用|要用|缺|差|申请|来|我要|就要|只?要|给我|批我|周转|金额|取现|提现|想用|[改换调变](?:成|为|到|回))${about}$|` +
    `\\b(?:borrow|lend(?: me)?|loan(?: of| for|:)?|take out|take|apply for|get|need|want|like|give me|ask for|looking for|request|make it|change (?:it |that )?to)${aboutEn}`,
);
/** Right after one. */
export const toBorrow =
  /^(?:块钱|元|块|左右)?[,，、 ]*(?:分(?! ?钱)|借|贷|周转|应急|的?(?:借款|贷款))|^[ ,]*(?:loan\b|(?:over|for|in) (?:a|an|\d|half|one|two|three|six|nine|ten|twelve|twenty))/;
/** Right before a sum that is to be paid. */
export const paid = new RegExp(
  `(?:^|[^归偿应待需未已没该])还(?!是)(?:款|钱|个|上|掉|点|你们?|他们)*${about}$|\\b(?:re)?pay(?:ing)?${aboutEn}`,
);
/** Right before a sum that is named roughly. */
export const roughly =
  /(?:大概|大约|差不多|约|个)$|\b(?:around|about|roughly|approximately|something like|more or less) ?¥?$/;
/** A part to be paid, without a figure. */
export const paysSome =
  /^(?:我|想|要|先|能|可以|只|就|今天|现在|打算|准备|再|多多少少|多少|随便|尽量|好歹|给你们?)*还(?:个|上|掉)?(?:一?点|一?些|一?部分|一?小部分)(?:儿|钱|款|吧|再说|行吗|可以吗)*[?？。!！]*$|\b(?:re)?pay(?: back| off)? (?:just |only )?(?:some|a (?:bit|little|part|portion)|part)(?: of (?:it|that|this|the loan|what i owe))?(?: (?:money|now|today|first|back|please))*[.?!]*$/;
/** Right before a number of installments. */
export const divided =
  /(?:分期?成?|期限|期数|借|贷|用|改成?|选|按|做)[,， :：为是]*$|\b(?:over|for|in|across|within|into|term|with)(?: the| a)?\s*$/;
/** Before a sum of every month: what can be afforded, and no loan. */
export const byTheMonth =
  /(?:每个?月|每[期笔天]|一个?月|这个?月|月供|按月|每年)[^,，。]{0,6}$|\b(?:monthly|each month|every month|per month)[^,.]{0,12}$/;
/** Right after "一个月": it is the time that the cost is asked for. */
export const ofCost = /^[是要大概差不多需得的, ]*(?:多|利息|还|付|交|几)/;
/** Right after a figure: what is counted is no money. */
export const counted = /^ ?(?:天|个?月|期|次|年|周|笔|days?\b|months?\b|times?\b)/;
/** Right before "一期", "一个月": one that is pointed at, not how many. */
export const pointedAt = /[这那下上某每哪本第最]$/;
/** A number by which something is called or opened. */
export const calledBy =
  /密码|验证码|号码|电话|热线|尾号|手机号|订单号|编号|客服|\b(?:pin|password|passcode|code|phone|account number|card number|hotline)\b/;
/** What is allowed at all, and what is to be confirmed: asked, though no word asks. */
export const asksUnsaid =
  /单笔|每次|一次(?!性)|每人|(?:只|才)能(?!.{0,3}还)|最高|最多(?:只?能|可以)|(?:是|对)(?:吧|不对)[?？。!！]*$|%|日息|利息[为是]|\b(?:right|correct|is that so)\?*$/;
/** Between two figures of one wish. */
export const chained = /^[\s,，、。;；和并且就用再]*(?:分期?成?|用|over|for|in|and)?\s*$/;
/** A wish for a loan anywhere in the sentence. */
export const wishes =
  /(?:想|要|需要?|急需|打算|准备|申请|帮我|给我|求)(?:再|先|在这|找你们?|跟你们?|向你们?|多|少)*(?:借|贷|一?笔钱|用钱|周转)|\b(?:want|need|like|going|wish|looking|hoping|trying|plan\w*|let me|please)\b.{0,30}\b(?:borrow|loan|money|cash|lend)\b/;
/** Before a sum that is of something else. */
export const ofElse =
  /(?:\uE010|了|过|到|上|工资|收入|月薪|年薪|月入|房租|额度|额|欠|还|花|存|赚|挣|扣|转|充|利息|利率|手续费|每个?月|每期|一个月|月供|首付|罚息|余额|有|剩|发|给|卡里|奖金|尾号|号|salary|income|earn|make|rent|have|owe|limit|card|account|balance|fee|interest)(?:是|大概|差不多|大约|只|才|就|多|is|of|only|about|around|:|：|,| )*$/;
/** Lent, owed or paid before; what is said of it fills no form. */
export const told =
  /(?:借|贷|欠|还|付|花|转|存|扣|充|批|提|买|放|交)(?:了|过|的(?!话)|到(?!账))|上次|之前|以前|(?:昨天|前天|刚才|刚刚?|上个?月|上周|去年)[^,，。]{0,3}(?:借|贷|还)款?|昨天|刚才|已经|有(?:借|贷)|\b(?:borrowed|owed?|owes|paid|repaid|spent|lent|got|gave|was|were|had|already|last (?:time|month|week|year))\b/;
/** Somebody else lends or borrows. */
export const ofOthers =
  /借(?:给|走)(?!我)|(?:问|找|跟|向)我借|(?:朋友|同事|同学|别人|人家|有人|亲戚|他|她|骗子)(?:们)?(?:想|要|又|也|就|来|会|可以)*(?:借|贷)|\b(?:he|she|they|friend|someone|somebody)\b.{0,12}\b(?:borrow|lend)/;
/** Supposed, not wished. */
export const supposes = /如果|要是|假如|假设|比如|例如|的话|\b(?:if|suppose|say i|for example)\b/;
