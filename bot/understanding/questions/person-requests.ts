/**
 * Whoever wants a person, complains, names a lawyer, tells of a death or wants no more calls: heard at every stage,
 * before what the stage expects. The words are lists; a sentence is one word of each list of a pattern, in order.
 */
import type { RequestReason } from "../../../domain/contact/request-reasons.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

/** "不想投诉" is no complaint; "要不要转人工" and "能不能转人工" are no refusals. */
const notNegated =
  "(?<!(?<![要能可会想])(?:不|没|别|勿|取消|撤销|撤回|放弃)(?:想|要|用|是|会|打算|需要|需|再|有|去|必|来)*)";
const notNegatedEn =
  "(?<!\\b(?:no|not|never|without|don't|didn't|can't|cannot|withdraw|drop|cancel|nothing)\\b(?: \\w+){0,3} )";

const people = "人工|真人|活人|大活人|客服|工作人员|专员|坐席|主管|负责人|经理|同事|人类";
const staffEn =
  "(?:(?:real|actual|live|living|normal|proper|different|human|non-robotic) )*(?:humans?|human being|person|people|agents?|representatives?|operators?|someone(?: else| real)?|somebody|staff|supervisors?|managers?|advis[eo]rs?|customer (?:service|support|care)|support(?: team)?|colleagues?)";
const aEn = "(?:a|an|the|some|your|any|another|one of your)";
const kin =
  "爸爸?|妈妈?|父亲|母亲|父母|老公|老婆|丈夫|妻子|爱人|先生|太太|媳妇|儿子|女儿|孩子|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|奶奶|外公|外婆|家人|家属|亲人|本人|借款人|户主|机主|他|她|当事人";
const kinEn =
  "father|dad|mother|mom|mum|husband|wife|spouse|partner|son|daughter|brother|sister|parents?|grand(?:father|mother|pa|ma)|borrower|account holder|customer|he|she";
const died = "去世|过世|逝世|离世|病逝|病故|身故|身亡|死亡|猝死|走了|不在了|没了|死了|人不在";
const lawyers = "律师|法务|代理人";
const lawyersEn = "lawyers?|attorneys?|solicitors?|legal counsel|legal representatives?|barristers?";
const calls =
  "催收|催债|骚扰|打扰|恐吓|威胁|爆通讯录|上门|(?:打|来|拨)(?:我的?|骚扰)?电话|打给我|联系我|找我|发短信骚扰";
const contactEn =
  "call|calling|contact|contacting|chas(?:e|ing)|harass|harassing|bother|bothering|collect(?:ion|ing)?|collections|visit|visiting";

interface Wording {
  reason: RequestReason;
  /** Patterns over a normalised text; one is enough. */
  said: readonly string[];
  /** Said of the borrower's own loan only: others may mean calls of another kind. */
  ofLoan?: true;
}

/** The gravest first: a message may touch several. */
const wordings: readonly Wording[] = [
  {
    reason: "bereavement",
    said: [
      `(?:${kin})(?:他|她|都|已经?|刚|昨天|今天|前几天|上个?月|去年|因病|因故|突然|意外|,|，|于|在|前|不幸|\\d|年|月|日|号)*(?:${died})(?!.{0,4}(?:怎么办|会怎)|哪)`,
      "(?:死亡证明|丧事|奔丧|后事|遗产|继承人)(?!.{0,4}借)",
      `\\b(?:${kinEn})(?: \\w+)? (?:has |have |just |recently |sadly |suddenly )*(?:passed away|passed on|died|is dead|is deceased|was killed|is no longer (?:alive|with us))\\b`,
      `\\b(?:deceased|late) (?:${kinEn})\\b|\\bdeath (?:certificate|of (?:my|the|our|his|her))\\b|\\bi (?:am|'m) (?:the |an )?(?:executor|next of kin|widow|widower)\\b`,
    ],
  },
  {
    reason: "lawyer",
    said: [
      `(?:我|本人|咱们?|俺|我方|委托|请|找|聘|让)(?:们|的|已经?|会|请|找|委托|聘请|有|跟|和|去|个|好|了)*(?:代理)?(?:${lawyers})(?!函|信|费|证|行业|吗|事务)(?<!你们?(?:会|要|去|会去)?(?:请|找|让|派)(?:个|了)?(?:${lawyers}))`,
      `我是.{0,8}(?:${lawyers})|(?:跟|和|与|向)我?(?:的)?(?:代理)?律师(?:说|谈|联系|沟通)`,
      `\\b(?:my|our|his|her) (?:\\w+ )?(?:${lawyersEn})\\b`,
      `\\b(?:i|we)(?:'ve| have|'m| am)? (?:hired|got|have|retained|instructed|seeing|getting|represented by)(?: by)? ${aEn} (?:${lawyersEn})\\b|\\brepresented by (?:${aEn} )?(?:${lawyersEn}|counsel)\\b`,
    ],
  },
  {
    reason: "complaint",
    said: [
      `${notNegated}(?:投诉|维权)(?!.{0,3}(?:朋友|同学|老板|公司欠|邻居))`,
      `${notNegated}(?:举报|起诉|告|曝光)(?:你们|你|借道|这个?平台|催收|贵司|微众)`,
      "(?:银保监|金融监管|监管(?:局|部门|总局)|消协|消费者协会|12378|12363|12315|信访).{0,10}(?:告|反映|举报|投诉|申诉)|(?:告|反映|举报|申诉|上报|捅)(?:到|给|去|至).{0,6}(?:银保监|监管|消协|消费者协会|12378|12363|12315|信访)",
      `${notNegatedEn}\\b(?:complain|complaints?|complaining|grievance)\\b`,
      "\\breport (?:you|this|your company|jiedao)\\b.{0,24}(?:to|for)\\b|\\bombudsman\\b|\\bto (?:the|your) regulators?\\b|\\bi(?:'ll| will|'m going to| am going to) sue\\b",
    ],
  },
  {
    reason: "stop-contact",
    said: [
      "(?:停止|终止|禁止|拒绝|不许|不准|不得|要求停|立即停|马上停)(?:你们|一切|所有|任何|对我|给我|向我|再|继续|的|这种|暴力|,)*(?:催收|催债|骚扰|打扰|恐吓|威胁|上门|打电话|联系|拨打)",
      "(?:别|不要|勿|不许|不准|少)(?:再|一直|老是?|总是?|天天|继续|给我|对我|跟我|来)+(?:催收|催债|骚扰|打扰|恐吓|威胁|打电话|来电话?|打给我|联系我|找我|上门)",
      "\\b(?:stop|cease|quit|no more) (?:\\w+ ){0,2}?(?:harassment|harassing|collection calls|debt collection|collections|collection|calls)\\b|\\bcease and desist\\b",
      "\\b(?:do not|don't|never) (?:ever )?(?:call|contact|harass|visit|phone) me (?:again|any ?more|ever)\\b",
    ],
  },
  {
    reason: "stop-contact",
    ofLoan: true,
    said: [
      `(?:别|不要|勿|停止)(?:给我|对我|来)*(?:${calls})`,
      `\\b(?:stop|quit|don't|do not|no more)(?: \\w+)? (?:${contactEn})(?: me| us| calls)?\\b`,
    ],
  },
  {
    reason: "contact",
    said: [
      `${notNegated}(?:转接?|接通?|找|换|叫|喊|联系|连线|我要|想要|需要|给我|帮我|让|请|安排|派)(?:个|一个|一位|位|名|下|一下|到|至|你们?|你们?的|在线|贵司|官方)*(?:${people})(?!审|智能|费|核|成本|扣款|还款|电话|热线|号码)`,
      `${notNegated}(?:跟|和|与|同|找|要|想)(?:个|一个|你们?的?|在线)*(?:${people}|人)(?:直接|当面|电话)?(?:聊|说话|谈|沟通|讲话|对话|通话|商量)`,
      "^(?:请|让|找|安排|叫)(?:个|你们|工作人员|客服|人|同事|专人)*(?:联系|回复|打给|回电给?)我?(?:一下)?$",
      "(?:给我|请|让人|麻烦)(?:回个?电话|回电)",
      `${notNegatedEn}\\b(?:speak|talk|chat|connect(?: me)?|transfer(?: me)?|put me|pass me|switch me|redirect me|forward me|hand me|escalate)(?: (?:through|over|this|on|me))*(?: (?:to|with))? (?:${aEn} )?(?:${staffEn})\\b`,
      `${notNegatedEn}\\b(?:want|need|get(?: me)?|give me|find me|prefer|demand|like|require|fetch me|call) (?:${aEn} )(?:${staffEn})\\b(?! (?:to (?:co|sign|guarantee)|loan))`,
      `^(?:please |a |an |the |hey |hi )*(?:human|agent|representative|operator|real person|live (?:agent|person)|person|supervisor|manager|customer (?:service|support))(?: please| now| pls| needed)*$`,
      "(?:have|let|ask) (?:someone|somebody|a person|staff|your staff) (?:to )?(?:contact|call|write to|phone) me|^(?:please )?(?:contact me|call me back)$",
    ],
  },
];

const patterns = wordings.map(({ said, ...wording }) => ({
  ...wording,
  pattern: new RegExp(said.join("|"), "u"),
}));

/** What is told of a death, and besides asks for money, is an application: its own words come first. */
const wantsToBorrow =
  /(?:想|要|能|可以|急需|再|帮我)(?:不能|再|申请|办理?)?.{0,3}(?:借(?!款人|的|过|条)|贷款?(?!的)|用钱)|\b(?:want|need|like|can i|could i) (?:to )?(?:borrow|get a loan|a loan|money|apply)\b/;

/** At what hours one is written to is a setting, unless more is said of it. */
const hours =
  /\d点|[一二三四五六七八九十]点|早上|上午|中午|午休|下午|傍晚|晚上|夜里|半夜|周末|节假日|上班|\b(?:before|after|until|at|in the|on) (?:\d|noon|midnight|night|mornings?|afternoons?|evenings?|weekends?|work)|\d ?[ap]m\b/;
const hounded = /骚扰|恐吓|威胁|催收|催债|通讯录|上门|\b(?:harass|chas|collect)/;

/** Undefined where nothing of the kind is said. */
export function readPersonRequest(reading: Reading, { context }: Situation): JourneyEvent | undefined {
  const { text } = reading;
  const borrowed = context.loans.length > 0;
  const meant = patterns.find(({ pattern, ofLoan }) => (borrowed || !ofLoan) && pattern.test(text));
  if (meant === undefined) return undefined;
  if (meant.ofLoan && hours.test(text) && !hounded.test(text)) return undefined;
  if (meant.reason === "bereavement" && wantsToBorrow.test(text)) return undefined;
  if (meant.reason === "complaint" && reading.isElsewhere) return undefined;
  return { type: "person.request", ...(meant.reason !== "contact" && { reason: meant.reason }) };
}
