/** Short commands in words, understood at every stage when they are the whole message. */
import { locales } from "../../domain/language/languages.ts";
import { productList } from "../../domain/product/catalogue.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { hintsOf } from "../locales/messages-in.ts";
import type { Reading } from "../reading/reading.ts";
import { productPhrases } from "./questions/product-named.ts";
import type { Situation } from "./situation.ts";

interface Command {
  event: JourneyEvent;
  phrases: string;
  /** Only where partners are pretended. */
  sandbox?: true;
}

/** Phrases are written as `bare` leaves them, separated by "|". */
const commands: readonly Command[] = [
  {
    event: { type: "help" },
    phrases:
      "帮助|帮帮我|救命|怎么用|怎么玩|怎么操作|使用说明|说明|菜单|功能|你能做什么|你会什么|你可以做什么|你能干什么|有什么功能|能做啥|help|help me|menu|what can you do|what do you do|how does this work|commands|options",
  },
  {
    event: { type: "cancel" },
    phrases:
      "取消|取消申请|取消借款|算了|算了吧|不借了|我不借了|不贷了|不要了|不想借了|不想要了|不办了|不申请了|放弃|停|停止|终止|退出|撤销|撤回申请|到此为止|先不借了|暂时不借了|cancel|stop|quit|exit|abort|never mind|nevermind|forget it|forget about it|scrap that|i changed my mind|cancel it|cancel that|cancel the application|cancel my application|drop it|leave it",
  },
  {
    event: { type: "back" },
    phrases:
      "返回|后退|上一步|回上一步|退回|返回上一步|回去|回到上一步|往回|back|go back|previous|previous step|step back|undo|return",
  },
  {
    event: { type: "home" },
    phrases:
      "首页|主页|回主页|返回主页|回到主页|主菜单|回首页|返回首页|回到首页|回主菜单|home|go home|back to the start|main menu|start over|start again|重新开始|从头来|从头开始|重来",
  },
  {
    event: { type: "language.choose" },
    phrases:
      "语言|切换语言|换语言|换个语言|改语言|语言设置|language|languages|change language|switch language|lang",
  },
  ...locales.map(
    (locale): Command => ({
      event: { type: "language.set", locale },
      phrases: hintsOf(locale).askedFor,
    }),
  ),
  {
    event: { type: "where" },
    phrases:
      "我在哪|我在哪一步|在哪一步|现在在哪一步|我到哪了|到哪了|到哪一步了|到哪儿了|我到哪一步了|现在到哪了|刚才到哪了|刚才说到哪了|说到哪了|进行到哪了|进度|继续|where was i|where am i|where were we|what was i doing|continue|resume|go on|what step|which step|what's next|what next|what happens now|so what happens now|what happens next|what now|so what now|下一步|接下来怎么办|然后怎么办|下一步呢|然后呢|接下来呢|接着",
  },
  {
    event: { type: "person.request" },
    phrases:
      "人工|转人工|人工客服|找人工|客服|找客服|联系客服|真人|找真人|转接人工|人工服务|联系人工|有人吗|human|agent|a human|a person|real person|a real person|operator|representative|talk to a human|talk to a person|speak to a human|speak to someone|talk to someone|customer service|support|live agent",
  },
  {
    event: { type: "mydata" },
    phrases:
      "我的资料|我的数据|我的信息|你知道我什么|你知道我的什么|你都知道我什么|你有我的什么信息|你存了我什么|你保存了什么|个人信息|my data|mydata|what do you know about me|what do you know of me|what data do you have|my information|my info",
  },
  {
    event: { type: "greet" },
    phrases:
      "你好|您好|你好啊|你好呀|哈喽|哈罗|嗨|嘿|喂|在吗|在么|在不在|早|早上好|上午好|下午好|晚上好|中午好|hi|hello|hey|hiya|yo|good morning|good afternoon|good evening|hello there|hi there|hey there|你是谁|who are you",
  },
  {
    event: { type: "courtesy", of: "thanks" },
    phrases:
      "谢谢|谢谢你|谢谢您|多谢|感谢|谢了|谢啦|辛苦了|3q|thanks|thank you|thank you very much|many thanks|thx|ty|thanks a lot|cheers",
  },
  {
    event: { type: "courtesy", of: "yes" },
    phrases:
      "我再想想|我想想|我先想想|先想想|我考虑一下|我再考虑一下|我考虑考虑|我再考虑考虑|先考虑一下|再想想|想想|让我想想|再想一想|再想一下|考虑一下|再考虑一下|考虑考虑|再考虑考虑|再考虑|考虑下|想想再说|考虑好了再说|let me think|let me think about it|let me think it over|i'll think about it|i'll think it over|i need to think|i need to think about it|i need time to think|think about it|give me a moment|one moment",
  },
  {
    event: { type: "courtesy", of: "farewell" },
    phrases: "再见|拜拜|回见|下次聊|bye|bye bye|goodbye|see you|see you later",
  },
  { event: { type: "start" }, phrases: "start|开始使用" },
  {
    event: { type: "locate" },
    phrases:
      "查入口|找入口|入口|借款入口|入口在哪|入口在哪里|在哪借|在哪里借|在哪里借钱|在哪借钱|去哪借|去哪借钱|去哪里借钱|怎么借|怎么借钱|微信怎么借钱|微信借钱在哪|从哪借|哪里可以借钱|哪里能借钱|find entry|find the entry|where can i borrow|where do i borrow|how do i borrow|how can i borrow|where is it|entries|entry|where to borrow",
  },
  {
    event: { type: "borrow" },
    phrases:
      "借|借钱|借款|贷款|我要借钱|我想借钱|我要借款|我想借款|我要贷款|我想贷款|想借钱|想借点钱|我想借点钱|要借钱|借点钱|借点|申请借款|申请贷款|我要申请|申请|borrow|loan|borrow money|i want to borrow|i want to borrow money|i need money|i need a loan|i want a loan|get a loan|apply|apply for a loan|i'd like to borrow|i would like to borrow|i'd like a loan|need a loan|need money|lend me money|jie qian|jieqian|wo xiang jie qian|wo yao jie qian",
  },
  {
    event: { type: "ask", topic: "what-is-assessed" },
    phrases:
      "怎么评的|怎么评的分|怎么打的分|评分|我的评分|评分明细|分数怎么来的|我的信用分|how was i scored|my score|how did you score me|show my score",
  },
  {
    event: { type: "ask", topic: "why-amount" },
    phrases:
      "为什么是这个数|为什么是这个金额|为什么是这么多|为什么这么多|怎么算的|怎么算出来的|这个数怎么来的|这是怎么算的|利息怎么算的|why this amount|why this figure|why these figures|why this number|why is it this amount|why so much|how did you get that|how is it calculated|how was it calculated|how is that worked out|explain the amount",
  },
  {
    event: { type: "ask", topic: "compare-own-products" },
    phrases:
      "几家比一比|比一比|比较|比较一下|对比|对比一下|货比三家|哪家便宜|哪个便宜|哪家划算|compare|compare offers|compare them|side by side|which is cheaper|which is cheapest",
  },
  {
    event: { type: "ask", topic: "compare-competitors" },
    phrases: "平台对比|对比平台|compare platforms|platforms compared",
  },
  {
    event: { type: "ask", topic: "no-entry-visible" },
    phrases:
      "为什么看不到入口|为什么我看不到|为什么看不到|我没有这个入口|没有入口|找不到入口|why don't i see it|why can't i see it|why can't i see the entry|i don't see it|i can't find it",
  },
  {
    event: { type: "ask", topic: "financial-health" },
    phrases: "我的财务健康|财务健康|健康分|财务健康分|financial health|my financial health|health score",
  },
  {
    event: { type: "ask", topic: "loan-options" },
    phrases: "换产品|换个产品|别的产品|看看别的产品|其他产品|other products|another product|change product",
  },
  ...productList().flatMap(productPhrases),
  {
    event: { type: "repay.rail", rail: "credit-card" },
    phrases:
      "信用卡代还|信用卡还|用信用卡还|用信用卡|信用卡|credit card|by credit card|pay by credit card|with my credit card",
  },
  {
    event: { type: "repay" },
    phrases:
      "还款|还钱|我要还款|我要还钱|我想还款|我想还钱|去还款|还贷|还贷款|现在还款|我来还钱|还一下|主动还款|立即还款|repay|pay|pay back|make a payment|i want to repay|i want to pay|repayment|pay my loan|repay my loan|pay it back|pay now|make payment|huan qian|huanqian|huan kuan|huankuan",
  },
  {
    event: { type: "repay.kind", kind: "due" },
    phrases:
      "还本期|还这期|还这一期|还当期|还到期的|还这个月的|pay what's due|pay what is due|repay what's due|pay the due amount|pay this installment|pay the installment|pay the current installment",
  },
  {
    event: { type: "repay.kind", kind: "payoff" },
    phrases:
      "提前结清|全部结清|结清|全部还清|一次还清|一次性还清|提前还清|全还了|还清|我要结清|我想提前结清|我要提前结清|提前还款|提前还|我要提前还款|pay off|pay off my loan|pay it off|payoff|pay off early|pay in full|settle|settle my loan|settle the loan|early repayment|repay early|pay everything|pay it all off",
  },
  {
    event: { type: "loans.show" },
    phrases:
      "我的借款|我的贷款|我的借据|借款记录|我借了多少|我欠多少|我欠多少钱|还欠多少|还欠多少钱|我还欠多少|我还欠多少钱|还要还多少|我还要还多少|还剩多少|我的账单|账单|看看我的借款|我有哪些借款|借款日历|还款日历|loans|my loans|my loan|show my loans|show me my loans|what do i owe|how much do i owe|my balance|balance due|outstanding balance",
  },
  {
    event: { type: "quote.renew" },
    phrases:
      "重新报价|再报一次|再报个价|重新算|重新算一下|重新计算|刷新报价|更新报价|新报价|new quote|requote|quote again|fresh quote|renew the quote|renew quote|refresh the quote|refresh quote|get a new quote",
  },
  {
    event: { type: "amount.change" },
    phrases:
      "改金额|换金额|修改金额|改一下金额|换个金额|金额改一下|金额不对|change amount|change the amount|different amount|another amount|edit amount|wrong amount",
  },
  {
    event: { type: "term.change" },
    phrases:
      "改期数|换期数|修改期数|改一下期数|换个期数|期数改一下|改期限|换期限|期限不对|change term|change the term|different term|another term|change the number of installments|change installments|wrong term",
  },
  {
    event: { type: "reminder.choose" },
    phrases:
      "提醒|提醒设置|还款提醒|设置提醒|改提醒|修改提醒|提醒我|提醒我还款|设置还款提醒|reminder|reminders|remind me|set a reminder|set reminder|change reminder|change reminders|reminder settings",
  },
  {
    event: { type: "retry" },
    phrases: "重试|再试|再试一次|再试一下|重新试|再来一次|再来|retry|try again|again|once more|one more time",
  },
  {
    event: { type: "persona.show" },
    phrases: "换身份|换个身份|切换身份|角色|换角色|换人设|persona|personas|change persona|switch persona",
    sandbox: true,
  },
  {
    event: { type: "clock.forward", to: "next-due" },
    phrases:
      "快进到下个还款日|快进到还款日|快进到下一个还款日|到还款日|下个还款日|fast forward to the next due date|forward to the next due date|skip to the next due date|next due date|fast forward to next due date",
    sandbox: true,
  },
  {
    event: { type: "clock.forward", to: "next-day" },
    phrases:
      "快进一天|快进到明天|快进到下一天|第二天|next day|fast forward a day|fast forward one day|skip a day|skip to tomorrow",
    sandbox: true,
  },
  {
    event: { type: "clock.forward", to: "overdue" },
    phrases:
      "快进到逾期|快进到逾期之后|fast forward to overdue|skip to overdue|fast forward past the due date",
    sandbox: true,
  },
];

const index = new Map(
  commands.flatMap((command) => command.phrases.split("|").map((phrase) => [phrase, command] as const)),
);

/** The command that a message is, when it is nothing else. */
export function readChatCommand({ forms }: Reading, { context }: Situation): JourneyEvent | undefined {
  for (const form of forms) {
    const command = index.get(form);
    if (command !== undefined && (context.sandbox || command.sandbox === undefined)) return command.event;
  }
  return undefined;
}
