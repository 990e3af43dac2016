/** What worries people, in words of their own: each by a rule, before the sentence as a whole is judged. */
import { claimsOf } from "../../../machines/journey/arrangements.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Topic } from "../../../machines/topics.ts";
import { competitors, namesOf } from "../../reading/product-names.ts";
import { isQuestion } from "../../reading/question.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

const distress =
  /不想活|想死(?!你)|活不下去|活着没意思|自杀|轻生|寻死|跳楼|死了算了|不如死|逼死|\b(?:want to die|kill myself|suicid\w*|end (?:my life|it all)|(?:don't|do not) want to live|no reason to live|better off dead)\b/;

/** Heard before anything else, at every stage. */
export const readDistress = ({ text }: Reading): JourneyEvent | undefined =>
  distress.test(text) ? { type: "ask", topic: "distress" } : undefined;

const otherPeople =
  "单位|(?<!你们|哪家|哪个|什么|这个?|贷款)公司|老板|领导|同事|同学|学校|老师|辅导员|家里|家人|家属|爸|妈|父母|屋头|屋里|婆娘|爱人|老汉|爷爷|奶奶|老公|老婆|媳妇|丈夫|妻子|对象|[男女]朋?友|儿子|女儿|孩子|亲戚|(?<!微信)朋友(?!圈)|邻居|村里|别人|其他人|外人";
const othersEn =
  "boss|employer|work(?:place)?|company|school|university|family|parents?|mom|mum|mother|dad|father|wife|husband|spouse|partner|friends?|relatives|girlfriend|boyfriend|colleagues?|coworkers?|references?|anyone|anybody|other people";

const others = new RegExp(`${otherPeople}|\\b(?:${othersEn})\\b`);
/** Whether people are named beside the borrower: family, employer, friends. Takes a normalised text. */
export const namesOthers = (text: string): boolean => others.test(text);

const whoKnows: readonly RegExp[] = [
  new RegExp(
    `^(?=.*(?:会|吗|么|别|不要|不想|怕|能不能|要不要|[?？]))(?!.*(?:提醒|朋友圈|手机|卡号|账号|钱会?打)).*(?:(?:告诉|通知|联系|打电话|打给|打到|骚扰|打扰).{0,6}(?:${otherPeople})|给.{0,3}(?:${otherPeople}).{0,2}打电话|(?:${otherPeople})(?!.{0,3}(?:告诉|推荐|介绍|跟我)).{0,5}(?:知道|晓得|发现|看到|看见|看得[到见]))`,
  ),
  /通讯录|(?:紧急|(?<!重)填.{0,3}|要.{0,4}|留.{0,3}|几个)联系人|保密吗|会.{0,2}保密|被人(?:知道|发现)/,
  new RegExp(
    `\\b(?:(?:you|they) (?:\\w+ ){0,2}?|(?:don't|do not|please not|never) (?:ever |please )?)(?:tell|inform|contact|notify|call|phone|text|message|bother|harass|write to)(?: to)? (?:my |the |a )?(?:${othersEn})\\b`,
  ),
  new RegExp(
    `\\b(?:${othersEn})\\b (?:\\w+ ){0,2}?(?:find out|know|see|notice|hear|be (?:told|contacted|informed|notified|called))\\b`,
  ),
  /\bemergency contacts?\b|\b(?:access|see|read|use|call|text) (?:to )?(?:all )?my (?:phone )?(?:contacts|contact list|address book|phone book)\b|\b(?:is|keep|stay) (?:this|it|that|my loan) (?:private|confidential|secret|between us)\b/,
];

const pursuit =
  /\bwhat (?:if|happens if) i (?:just |simply )?ignore\b|上门(?!办|服务|签)|(?:来|跑到|找到|到)(?:我)?(?:家|老家|村里|单位|公司)(?:里|来|去)*(?:要|催|找|闹)|催收|起诉|坐牢|判刑|打官司|吃官司|法院|(?:被|会)抓|抓(?:我|起来|走)|怎么催|\b(?:jail|prison|arrest(?:ed)?|sued?|lawsuits?|court|debt collectors?|collection (?:agency|calls?|process))\b|\b(?:come|show up|visit|send (?:someone|somebody|people)).{0,16}\b(?:house|home|door|place)\b/;
/** Lent by the borrower, or of something else. */
const complaint =
  /投诉|人工|欠我|借我|劳动|工伤|(?:朋友|别人|同学|[男女]友).{0,4}(?:欠|借)|律师.{0,3}起诉|complain/;
const willNotPay =
  /^(?:我|老子|老娘|俺|就是?|偏|反正|这钱|都|也)*不(?:想|打算|会)?还(?:钱|款|了|咯|啦|呢)*[。.!！]*$|^(?:i )?(?:'m |am |'ll |will )?(?:not (?:going to )?pay(?:ing)?|refuse to pay|i'm not (?:going to )?pay(?:ing)?|i won't pay|won't pay)(?: (?:it|you|this|back|anything|a cent))*[.! ]*$/;

const lender =
  /(?:谁|(?:哪一?[家个]|(?<!为)什么)(?:银行|公司|机构|金融|平台)?)(?:来|给我?|在|负责|那?边|的|是|到底)*(?:放(?:的)?款|放的|出的?钱|借(?:给我|的钱)|放贷|贷给)|(?:放款|出借|贷款|资金)(?:方|人|机构|银行|公司|来源|的)(?:是|叫|都是)*(?:谁|哪|什么)|借道是(?:什么|谁|哪)|你们?(?:是)?(?:什么|哪家|哪个)公司|公司(?:叫(?:什么|啥)|在哪|地址)|你们.{0,3}(?:牌照|资质|执照|备案)|备案号|钱(?:是)?(?:谁|哪[家个]?(?:银行|公司)?)(?:的|来|给)*(?:出|借|放)|^(?:是|这|那|个|钱|请问|到底)*(?:哪一?[家个]|什么)银行(?:的|啊|呀|给)*(?:贷款|钱|产品)?[?？]*$|是(?:腾讯|微信|微众|支付宝)(?:银行)?(?:自己)?(?:借|放款|出钱|的钱)|合同(?:是)?[跟和与]谁/;
const lenderEn =
  /\bwho(?:'s| is| are|'re)? (?:the |my )?(?:lend(?:er|s|ing)|bank)\b|\b(?:which|what) (?:bank|lender)(?! (?:card|account)s?\b)(?!.*\bdebit)(?: (?:is|lends?|gives?|does|do i borrow|am i).*)?[?. ]*$|\bwhat company (?:is this|are you)|\bwh(?:o|at) is jiedao\b|\bwho (?:do|are) you work(?:ing)? for\b|\bis (?:tencent|wechat|webank) the lender\b|\bwhose money\b|\bis (?:it|this|the (?:money|loan)) (?:really )?(?:from |by )?(?:tencent|wechat|webank)\b|\bwho (?:am i|do i|would i) borrow(?:ing)? from\b/;

const penalty = "罚息|滞纳金|罚款|逾期费|逾期利息";
const waiver: readonly RegExp[] = [
  new RegExp(
    `(?:${penalty}).{0,6}(?:(?<!多)少|免|减|便宜|打折|优惠|抹|去掉|不收|取消)|(?:(?<!多)少|免|减|抹).{0,6}(?:${penalty})`,
  ),
  /\b(?:waive|reduce|lower|remove|forgive|cancel|drop|cut|less|smaller)\b.{0,24}\b(?:penalt\w*|late (?:fees?|charges?|interest)|fines?)\b|\b(?:penalt\w*|late (?:fees?|charges?|interest))\b.{0,16}\b(?:waived|reduced|removed|forgiven|cancelled|less)\b/,
];

const bargain: readonly RegExp[] = [
  /(?:利息|利率|费率|年化).{0,4}(?:少一?[点些]|低一?[点些]|降|打折|优惠|便宜)|便宜(?:一?点|些)|打折|折扣|优惠(?:券|活动)?(?:吗|么|没|$)|有(?:没有|什么)?优惠|讲价|砍价|报价.{0,3}贵|贵了|比(?:宣传|广告|说|写)的(?:还)?(?:高|贵|多)|(?:利息|利率|费用?|年化)(?:怎么|咋|也|是)*(?:太|好|真|这么|那么)高|(?:太|好|真|这么|那么)贵/,
  /\b(?:lower|reduce|cut|bring down)\b.{0,12}\b(?:interest|rate|apr)\b|\bdiscounts?\b|\bnegotiate\b(?!.*\bplan\b)|\bbargain\b|\b(?:too|so|very|really) expensive\b|\b(?:interest|rate|apr) is (?:too|so|very|really) high\b|\b(?:better|lower|cheaper) (?:interest |rate|deal|price)/,
];
const notPrice = /提前|额度|哪|比较|\b(?:which|than|compare|limit|early)\b/;

const documents: readonly RegExp[] = [
  /(?:要|需要|准备|提供|交|带)(?:些|交|带|提供|准备|哪些|什么|啥)*(?:材料|资料|证件|文件|手续)(?!费)(?!.*(?:改|换|删|注销))|(?:要|需要|用|有)(?:不要|没有|交|提供|打|看|查)*(?:抵押|担保|保人|工资流水|流水|收入证明|工作证明|社保|公积金|房产证?|面签|营业执照)|营业执照.{0,3}(?:要|用)|(?:去|跑)(?:一?趟)?(?:银行|网点|柜台)(?!转)|没(?:有)?(?:交)?(?:社保|公积金|流水|收入证明|房产?证?).{0,6}(?:能|可以|行|成|中|得)/,
  /(?:儿子|女儿|老公|老婆|爸|妈|别人|朋友|家人|他人)(?:来|帮我|替我|代)(?:我)?(?:代)?(?:办|借|弄|操作|签|贷)|(?:帮|替|给)(?:我)?(?:儿子|女儿|老公|老婆|爸|妈|别人|朋友|家人|他人)(?:来)?(?:借|贷|申请|办)(?!.*还)/,
  /^(?!.*(?:多久|多长时间|什么时候|为什么|怎么|取消|了)).*(?:会|要|需要).{0,4}(?:(?:电话|来电)(?:审核|核实|回访)|(?:打|来)电话.{0,2}(?:审核|核实|确认)|接(?:审核|确认|回访)?电话)/,
  /\b(?:collateral|guarantors?|co-?sign(?:er)?|do (?:i|you) need .{0,12}pay ?(?:slips?|stubs?)|proof of (?:income|employment)|security for the loan)\b|\bwhat (?:documents?|papers?|paperwork)\b|\bwhat do i need(?: to (?:provide|submit|bring|have|show|apply))?[? ]*$|\bgo to (?:a|the) (?:bank|branch)\b|\bcall (?:me )?to verify\b|\bverification call\b/,
];
/** Papers of another kind, or for something else. */
const ofProof =
  /结清|发票|合同|证明(?!你|真)|凭证|额度|担保费|人接电话|办(?:一?张|社保|营业|储蓄)|开(?:公司|网店)|结婚|驾驶|户口|生孩子|超市|网店|淘宝|储蓄卡|社保卡|提去|\b(?:get|give|signed)\b|没(?:有)?(?:提交|交)|settle|contract|certificate/;

const upfrontFee =
  /(?:先|提前|预先|放款前)(?:要|得|需要)?(?:交|付|打|转)(?:一?点|些|你们?)?(?:钱|费|保证金|押金|手续费)|保证金|会员费(?!.{0,4}(?:取|要回))|解冻费|刷流水|工本费|前期费|\bpay (?:anything|something|a fee|fees|money|you) (?:first|up ?front|in advance|before)\b|\b(?:security deposit|processing fee|activation fee|membership fee)\b/;

const notMine =
  /不是我(?:本人)?(?:借|贷|办|申请|签|操作)的|(?:冒用|盗用|冒充|冒名).{0,6}(?:我|身份|名义|信息|贷|借)|(?:我|钱)(?:都|给|是|好像)*被(?:人)?骗|\bi (?:did not|didn't|never) (?:take|took|borrow|borrowed|apply for|applied for|sign|signed)\b(?!.*\bbefore\b)|\b(?:not|isn't) my loan\b|\b(?:stole|stolen|using|used) my identity\b|\bi (?:was|got|have been|'ve been) (?:scammed|cheated|defrauded)\b/;
const partly = /^(?:可以|能|能不能|可不可以)(?:先|只)*还(?:一半|一部分|部分|点)(?:吗|么|不|嘛)?[?？]*$/;
const anyTime = /随时(?:都|就)?(?:能|可以|想)?还|(?:能|可以)随时还|想还就还/;
const trust =
  /偷.{0,3}钱|盗刷|乱扣|冒充你们|^我?(?:不|怎么|凭什么|咋)(?:相)?信(?:你们?)?[。.!！?？]*$|\bsteal my money\b|骗子|骗人|诈骗|骗局|套路贷|(?<!利息.{0,3})(?:靠谱|正规|合法|可靠|可信)(?:的)?(?:吗|么|不|嘛|[?？])|(?:你们?|这个?|借道|借款|贷款).{0,3}是(?:不是)?真的|\b(?:scam(?:mers?)?|legit(?:imate)?|frauds?ters?|loan sharks?|trustworthy)\b|\b(?:can|should|why should) i trust\b|\bis (?:this|it) (?:for )?real\b/;
const contactHours =
  /(?:晚上|半夜|夜里|凌晨|周末|几点|一天|每天|天天)(?:会|要|还|都|给我|到底)*(?:不会)?(?:打|催|发)(?:我)?(?:电话|短信|提醒|几次|多少次|几个|几遍|吗)|\bhow (?:often|many times)\b.{0,16}\b(?:call|text|remind|contact)|\b(?:call|text|contact)(?: me)? (?:at night|in the (?:night|evening)|on weekends?|every day)\b/;
const taken =
  /冻结.{0,4}(?:微信|账户|银行卡|卡|钱)|扣.{0,3}(?:工资|薪水)|(?:封|限制).{0,2}(?:我的?)?微信|(?:从|在).{0,6}(?:卡|零钱|账户)(?:里)?(?:会)?(?:自动|直接|偷偷|强制)扣|(?:偷偷|强制|擅自)扣|\bfreeze my\b|\bgarnish|\btake (?:it|money) (?:out of|from) my\b|\b(?:take|touch|deduct|seize)\b.{0,12}\bmy (?:wages|salary)\b/;
const futureOf =
  /影响.{0,6}(?:孩子|子女|上学|高铁|飞机|工作|考公|公务员|当兵|签证|出国|买房|房贷|车贷)|黑户了|成(?:了)?黑户|\bon my (?:credit )?record\b/;
const alreadyTaken = /了|如何|怎么|哪|immediately/;
const theseTwo = /区别|不同|差别|哪个(?:好|划算|合适)|\bdifference\b|\bwhich (?:one )?is better\b/;
const fairRate =
  /^is (?:this|that|it|[\d.]+ ?%|the (?:rate|interest)) (?:a lot|high|expensive|normal|fair|a good (?:rate|deal))\b|^(?:这个|这|[\d.]+%)(?:利息|利率|年化)?(?:算|是)?(?:不是)?(?:很)?高(?:不高|吗|么|不)[?？]*$/;
const erase =
  /删(?:除|掉|了)?.{0,6}(?:资料|信息|数据|记录)|(?:资料|信息|数据|记录)(?:都|全|给我|帮我|能|可以|怎么|要)*删|(?:撤回|收回|撤销|取消).{0,4}(?:授权|同意|隐私)|\b(?:delete|erase|remove) (?:all )?my (?:personal )?(?:data|information|info|details)\b|\b(?:withdraw|revoke|take back) (?:my |the )?(?:consent|authori[sz]ation|agreement)\b/;
const howYouKnow =
  /你们?(?:怎么|为什么|咋)(?:会)?(?:有|知道|晓得)我|我的.{0,6}你们?(?:怎么|咋|为什么)(?:会)?(?:有|知道)|\bhow do you (?:know|have) my\b|\bwhere did you get my\b/;
const word = "单利|复利|等额本[金息]|年化(?:利率)?|irr|内部收益率|日利率|期数|apr";
const terms = new RegExp(
  `(?:${word})(?:(?:和|跟|与|、|,|，|还有)?(?:${word}))?(?:都|到底|这个|这两个|分别)?(?:是)?(?:什么|啥子?|有什么|有啥)(?:意思|东西|区别|不同|差别)?[?？]*$|(?:等额本金|等额本息).{0,4}(?:和|跟|与).{0,4}(?:等额本金|等额本息)|` +
    "\\bwhat (?:does|do|is|are|'s) (?:an? |the )?(?:simple|compound(?:ed)?|equal principal|level payments?|principal|irr)\\b|\\bwhat does (?:apr|penalty|installment) mean\\b|\\bdifference between (?:equal principal|level|simple|compound)",
);
const revolving =
  /还(?:了|完|上|清)(?:款|钱)?(?:以后|之后)?(?:还|就|又|马上)*(?:能|可以)?(?:还能)?(?:再|接着|继续)(?:借|用|贷)|循环(?:额度|用|使用|借)|\bborrow again after\b|\brevolving\b/;
const aFewDays =
  /停息挂账|个性化(?:分期|还款)|债务(?:重组|协商)|怎么上岸|先欠着|(?:晚|缓|迟)(?:个)?(?:几|两|一|三|\d{1,2})天(?:还)?(?:行|可以|成|中|好)(?:吗|么|不|嘛)/;
const neverBorrowed = /^我?(?:从来|根本|可|又|都)?没(?:有)?(?:借|贷)过(?:钱|款|这笔?|啊|呀)*[。！!]*$/;

const regret =
  /冷静期|犹豫期|(?:签|借|点|确认|办)(?:字|合同|款)?(?:了|完|过|好)?(?:之?后|以后)?(?:还|我|想|又)*(?:能|可以)?(?:不能|不可以)?(?:反悔|后悔|取消|撤销|退)(?:吗|么|不|掉吗|.{0,2}怎么)|(?:能|可以)反悔|反悔(?:行|可以|怎么)|\bcooling[ -]?off\b|\b(?:change my mind|back out|cancel|undo it|withdraw)\b.{0,12}\b(?:after|once) (?:i |i've |the )?(?:sign|confirm|borrow|contract|signing|signature)/;

/** Said of an application that is not wanted: it is cancelled instead. */
const unwanted = /不(?:想|要|用)?(?:再)?(?:借|贷)/;

const minimum =
  /最低(?:还款|还多少|要?还|应还)|(?:只|光|先)还(?:个)?(?:利息|最低)|先息后本|(?:能|可以).{0,3}(?:分开|分批|分几次|分次)还|\bminimum (?:re)?payments?\b|\b(?:only|just)(?: pay)? (?:the )?interest\b|\binterest[ -]only\b/;

const ofPenalty =
  /(?:罚息|滞纳金)(?:一天|每天|是|要|收|怎么|到底)*(?:多少|怎么算|几[块元])|还了.{0,8}罚息.{0,4}(?:还|收|算|有)/;
const lateByDays =
  /(?:晚|迟|过)(?:了|个)?(?:还)?[一二两三几\d]*天(?:还)?(?:会|有|要|算|没|不)(?:不?会|没有|不算|不要)*(?:有)?(?:事|要紧|关系|影响|逾期|罚)(?!.*征信)/;

const otherLoan = new RegExp(namesOf(competitors, "aliases"));
const otherPrice =
  /便宜|贵|上征信|(?<![降最调限太])低|划算|省|万分之|万[一二三]|好(?:还是|不|吗)|\b(?:cheap\w*|expensive|lower|higher|better)\b/;
const paysOthers = new RegExp(
  `^(?!.*(?:基金|余额宝)).*(?:(?:用来|拿来|拿去|借来|借钱|借款|借了|贷款)(?:去)?还(?:别的|其他|另外)?(?:的|一?家)?(?:${namesOf(competitors, "aliases")}|信用卡|网贷|房贷|车贷|贷款|债)|以贷养贷|借新还旧)`,
);

const whereTo =
  /^(?!.*(?:没|为什么|还款|自动|\bborrow\b)).*(?:(?:钱|款)(?:会|是|要)?(?:打|转|放|发)(?:到|给|进|去)?(?:哪|什么|谁)|(?:打|放|转|到)(?:到|进)?(?:哪张?卡|我的?卡|微信零钱|零钱里|支付宝|别人的?卡)|(?:公户|对公账户?).{0,4}(?:收|打|转|放)|(?:打|转|放|到).{0,3}(?:公户|对公)|\bwhere (?:will|does|do|would) the money go\b|\bwhich (?:card|account) (?:does|will|do) (?:it|the money|i)\b|\b(?:get|receive|put|send|have|pay) (?:it|the money|money) (?:in|into|to) (?:my )?(?:wechat|wallet|alipay)\b)/;

/** Who somebody is, said to ask whether that is a hindrance. */
const whoBorrows =
  /征信(?:不好|不行|差|花|有问题|黑|烂).*(?:能|可以).{0,2}(?:借|贷)|\bi(?:'m| am) (?:only |just )?(?:a |an )?(?:student|foreigner|expat|retired|unemployed|self[- ]employed|freelancer?)\b.*\bcan i\b|\b(?:only have|with) (?:a|my) (?:foreign )?passport\b|\b(?:don't|do not) have a chinese id\b|\b(?:bad|poor) credit\b.*\bcan i\b/;
const earlyFee =
  /\bprepay\w* (?:penalt\w*|fees?|charges?)|\b(?:penalt\w*|fees?|charges?) (?:for|if i) (?:\w+ ){0,3}?(?:early|prepay\w*)|多还(?:一?点|些)/;
const useOfIt = /\bcan i (?:use|spend) (?:it|this|the (?:money|loan)) (?:to|for|on)\b(?!.*\brepay\b)/;
const otherCard =
  /(?:换|改)(?:成|到)?(?:一?[张个]|别的|另一?张)?(?:银行)?卡(?:收钱|收款|到账)|(?:这|那)张卡(?:不用|丢|注销)了/;

const anxious =
  /^(?:我)?(?:真的?|好|很|有点|特别|太|快)*(?:怕|害怕|慌|焦虑|担心|崩溃)(?:了|啊|呀|死了)*[。.!！]*$|救救我|睡不着|压力(?:好|很|太|真)?大|^i(?:'m| am) (?:so |really |very )?(?:scared|afraid|worried|anxious|stressed|desperate)(?: about (?:this|it|the money|the loan|everything))?[.! ]*$|\bcan't sleep\b/;

const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** Answered here also of another company's product. */
const ofOthers: ReadonlySet<Topic> = new Set(["platforms", "purpose"]);

/** In this order: a text may touch several. */
const topics: readonly (readonly [Topic, (reading: Reading) => boolean])[] = [
  ["not-mine", ({ text }) => notMine.test(text)],
  ["who-knows", ({ text }) => anyOf(whoKnows, text)],
  ["pursuit", ({ text }) => pursuit.test(text) && !complaint.test(text)],
  [
    "contact-hours",
    ({ text, asks }) => contactHours.test(text) && (asks || /^(?:do|will|would|can) you\b/.test(text)),
  ],
  ["taken", ({ text }) => taken.test(text) && !alreadyTaken.test(text)],
  ["comparison", ({ text }) => fairRate.test(text)],
  ["credit-report", ({ text }) => futureOf.test(text) && !ofProof.test(text)],
  ["erase", ({ text }) => erase.test(text) && !/征信|qq/.test(text)],
  ["terms", ({ text }) => terms.test(text)],
  ["limit", ({ text }) => revolving.test(text)],
  ["trust", ({ text }) => trust.test(text)],
  ["upfront-fee", ({ text }) => upfrontFee.test(text)],
  ["waiver", ({ text }) => anyOf(waiver, text)],
  ["regret", ({ text }) => regret.test(text) && !unwanted.test(text)],
  ["minimum", ({ text }) => minimum.test(text)],
  ["overdue", ({ text }) => lateByDays.test(text) || ofPenalty.test(text)],
  ["purpose", ({ text }) => paysOthers.test(text)],
  ["platforms", ({ text }) => otherLoan.test(text) && otherPrice.test(text)],
  ["lender", ({ text }) => lender.test(text) || lenderEn.test(text)],
  ["eligibility", ({ text }) => whoBorrows.test(text)],
  ["early-payoff", ({ text }) => earlyFee.test(text) || anyTime.test(text)],
  ["account", ({ text }) => otherCard.test(text)],
  ["purpose", ({ text }) => useOfIt.test(text)],
  ["documents", ({ text }) => anyOf(documents, text) && !ofProof.test(text)],
  ["bargain", ({ text }) => anyOf(bargain, text) && !notPrice.test(text)],
];

const rude =
  /烦不烦|^闭嘴|废话|抢钱|去死|你妹|^操(?![作心办])|^滚|滚(?:开|蛋|吧|远)|[傻煞沙][逼比笔]|^sb$|垃圾|废物|智障|脑残|你(?:们|是不是)?有病|去你[妈吗]|(?<![我你他她])妈的|你妈|他妈|tmd|nmsl|cnm|操你|草泥马|王八|混蛋|不想看[到见]你|烦死|\b(?:thanks for nothing|leave me alone|stop (?:calling|harassing|bothering) me|fuck\w*|(?:bull)?shit|asshole|bitch|bastard|idiot|stupid|useless|garbage|trash|you suck|go to hell|screw you|wtf)\b/;

const lost =
  /^(?:我|俺)?(?:老了|年纪大了?)?[,，]?(?:我|俺)?(?:不太|不大|不)会(?:用|弄|操作|搞)(?!.*教)|不认(?:识|得)?.{0,2}字|看不清|^(?:这|那)(?:个)?是(?:什么|啥)(?:东西)?[?？]*$|^我?(?:真|还是?|完全|有点)?(?:听|看|弄|搞)?不(?:太)?(?:懂|明白)(?:你|们|在|说|的|什么|啊|呀|呢|了)*[。.!！?？]*$|^没(?:太)?(?:听|看)(?:懂|明白)|^你?(?:在)?(?:说|讲)的?(?:是)?(?:啥|什么)(?:子|呢|啊|呀|意思|嘛)*[?？]*$|^(?:这|那|这个|这是|是)?(?:什么|啥子?)意思(?:嘛|啊|呀|呢)*[?？]*$|说人话|(?:说|讲)重点|(?:说|讲|解释)(?:得|的)?(?:再)?(?:简单|直白|通俗|清楚)|字太多|^.{0,4}太(?:复杂|长|啰嗦|绕)了?[。.!！]*$|一头雾水/;
const lostEn =
  /^(?:i |sorry |but |um )*(?:do not|don't|didn't|did not|can't|cannot) (?:really |quite )?(?:understand|get it|get this|follow)(?: (?:it|this|that|you|any of (?:this|it)|what you mean|anything|at all))*[.! ]*$|^(?:sorry )?what (?:does|do) (?:that|this|it|you) (?:even )?mean[?! ]*$|^huh[?! ]*$|\b(?:explain|say|put) (?:it|that|this) (?:\w+ )?(?:simpl\w*|in plain|easier|differently|again)|\btoo (?:long|complicated|confusing|many words)\b|^i(?:'m| am) (?:so )?(?:lost|confused)[.! ]*$/;

/** Which button, or whatever. */
const whichButton =
  /^(?:随便|都行|都可以|你看着办|听你的|你(?:来)?定|你决定|无所谓|不知道(?:选哪个)?|whatever|you decide|up to you|i don't know|no idea)(?:吧|啊|呀|了)*[。.! ]*$|^(?:我|俺|要|该|现在|应该)*(?:点|按)(?:哪里?|哪儿|哪个|什么|啥)(?:按钮|个|啊|呀|呢)*[?？]*$|^(?:怎么|咋)(?:点|按)(?:啊|呀)?[?？]*$|^(?:where|what|which (?:button|one)) (?:do|should) i (?:press|click|tap)[? ]*$/;

const speaksByPhone = /(?:能|可以|想|方便).{0,3}(?:打个?|通个?)电话(?:说|聊|沟通|谈|讲)/;
const whoAreYou = /^你(?:叫什么|叫啥|几岁|多大(?:了|$)|是男|是女)/;
const wrongMoney =
  /^(?!.*提前).*(?:扣(?:了)?我?(?:的钱)?(?:两|2|多|好几)次|重复扣|多扣|还错|退息|利息.{0,3}退)|\b(?:charged|deducted|debited) (?:me )?twice(?: for (?:my|this|the) (?:loan|installment|payment|month))?[?.! ]*$/;
const laterOn = /^(?:等会儿?|等下|明天|改天|回头|以后|晚点|下次|过几天|过两天)再说(?:吧|了)*[。.!！]*$/;
const didWhat = /^我?刚才?(?:都)?(?:点|按|说|填|选)了(?:什么|啥|哪)/;

const pleads =
  /(?:求|拜托).{0,6}(?:别|放过|饶|宽限|不要)|别(?:再)?(?:逼|催)(?:我|了)|(?:不要|别)再?催|\b(?:stop|quit|don't|do not) (?:calling|call|harassing|bothering|chasing)\b|\bleave me alone\b/;

const atALoss =
  /^(?:我|那|这|可)*(?:该|要)?(?:怎么办|咋办|咋整|怎么整|咋弄|怎么弄|如何是好)(?:啊|呀|呢|才好)*[。.!！?？]*$|^what (?:should|can|do) i do(?: now)?[?! ]*$/;

/** Reminders and a person have answers of their own. */
const aboutMessages = /短信|信息|消息|推送|广告|提醒|人工|\b(?:person|human|someone|messages?|texts?)\b/;

/** A remark on how the talk goes: anger with nothing asked, or a thread that was lost. */
function remark(text: string): JourneyEvent | undefined {
  if (lost.test(text) || lostEn.test(text)) return { type: "courtesy", of: "lost" };
  if (text.length > 40 || !rude.test(text) || aboutMessages.test(text)) return undefined;
  const besides = text.replace(rude, "").replace(/^what the|什么(?=破|鬼)/, "");
  return isQuestion(besides) ? undefined : { type: "courtesy", of: "upset" };
}

/** Said of a loan that is there, or of one that is not. */
function ofTheLoan(reading: Reading, { context }: Situation): JourneyEvent | undefined {
  const { text } = reading;
  const borrowed = context.loans.length > 0;
  if (wrongMoney.test(text)) return { type: borrowed ? "paid.claim" : "person.request" };
  if (borrowed) return neverBorrowed.test(text) ? { type: "ask", topic: "not-mine" } : undefined;
  if (laterOn.test(text)) return { type: "courtesy", of: "yes" };
  if (partly.test(text)) return { type: "ask", topic: "early-payoff" };
  return whereTo.test(text) && reading.asks ? { type: "ask", topic: "payout" } : undefined;
}

/** At a loss: whoever owes is shown what can be done about it. */
function atALossWith({ text }: Reading, { path, context }: Situation): JourneyEvent | undefined {
  const place: JourneyEvent = { type: path === "idle" ? "help" : "where" };
  if (whichButton.test(text)) return place;
  const said: readonly (readonly [RegExp, JourneyEvent])[] = [
    [aFewDays, { type: "ask", topic: "due-date" }],
    [anxious, { type: "courtesy", of: "anxious" }],
    [atALoss, place],
  ];
  const meant = said.find(([pattern]) => pattern.test(text))?.[1];
  const owes = claimsOf(context).length > 0;
  return owes && (meant || pleads.test(text)) ? { type: "hardship" } : meant;
}

/** Absent where nothing of the kind is said. */
export function readTopic(reading: Reading, situation: Situation): JourneyEvent | undefined {
  const { text } = reading;
  const { path } = situation;
  const topic = topics.find(
    ([about, speaksOf]) => speaksOf(reading) && (ofOthers.has(about) || !reading.isElsewhere),
  )?.[0];
  if (topic !== undefined) return { type: "ask", topic };
  if (willNotPay.test(text) && !path.startsWith("repaying.")) return { type: "ask", topic: "pursuit" };
  if (path === "quoting.askingMethod" && theseTwo.test(text)) return { type: "ask", topic: "terms" };
  if (speaksByPhone.test(text)) return { type: "person.request" };
  if (whoAreYou.test(text)) return { type: "help" };
  if (howYouKnow.test(text)) return { type: "mydata" };
  if (didWhat.test(text)) return { type: "where" };
  return ofTheLoan(reading, situation) ?? atALossWith(reading, situation) ?? remark(text);
}
