/** The inspector's own words, for testers. Names of states, events and guards stay as the machines have them. */
import type { Both } from "../stepping/refusals.ts";

const english = {
  title: "Jiedao inspector",
  machine: "Machine",
  session: "Session",
  newSession: "New session",
  save: "Save",
  load: "Load",
  share: "Export",
  language: "中文",
  act: "What happens next",
  write: "The borrower writes",
  send: "Send",
  follow: "The sandbox answers by itself, and what comes due fires",
  clock: "The clock moves to (Shanghai time, UTC+8)",
  zone: "Shanghai, UTC+8",
  move: "Move",
  nextDay: "a day on",
  nextDeadline: "next deadline",
  events: "Every event possible now",
  picture: "Picture",
  step: "What this step did",
  history: "Steps",
  stepBack: "◀ Back",
  stepForth: "Forth ▶",
  chart: "Chart",
  sequence: "Sequence",
  coverage: "Coverage",
  checks: "Checks",
  live: "Live",
  viewAct: "Act",
  viewPicture: "Picture",
  viewStep: "This step",
  viewHistory: "Steps",
  full: "with guards and actions",
  onScreen: "On the borrower's screen",
  partner: "Partner",
  deadlines: "Deadlines",
  due: "due",
  transitions: "Transitions taken",
  guards: "Guards asked",
  effects: "Effects",
  changes: "Context",
  reply: "Reply",
  none: "none",
  holds: "holds",
  fails: "does not hold",
  before: "before",
  after: "after",
  sendEvent: "Send",
  impossible: "a guard refuses it",
  taken: "taken",
  ofTransitions: "of transitions",
  ofStates: "of states",
  neverTaken: "Never taken",
  transcriptsMiss: "Not taken by the transcripts alone",
  noCoverage: "Run npm run coverage:machines first: it tries the machine and writes what was taken.",
  unreachable: "States that nothing leads to",
  forestalled: "Transitions that another one always forestalls",
  unheard: "Events that no state names",
  neverSent: "Events that nobody can send",
  transcript: "Transcript test (.txt)",
  transcriptHint: "Put it in a folder of test/conversations: npm test plays it.",
  chartSvg: "Chart (.svg)",
  chartPng: "Chart (.png)",
  sequenceSvg: "Sequence diagram (.svg)",
  sequencePng: "Sequence diagram (.png)",
  storyTitle: "What the story shows",
  begin: "Begin",
  operator: "Operator",
  liveHint: "A running conversation, personal data masked. Looking is written to the audit log.",
  refresh: "Look again",
  channel: "Channel",
  chat: "Chat",
  find: "Find",
  copy: "Step a copy",
  readOnly: "A real person's conversation: read-only. A copy of it can be stepped.",
  partnersAnswer: "What partners answer from now on",
  asPersona: "as the persona",
  noSession: "That is no session of this inspector.",
  unanswered: "The inspector does not answer: is its command still running?",
  optional: "optional",
  integer: "integer",
  number: "number",
  list: "List conversations",
  larger: "Larger",
  legendMissing: "taken by no test",
  legendUntold: "taken by the model tests, not by the transcripts",
};

export type TextKey = keyof typeof english;

const chinese: Record<TextKey, string> = {
  title: "借道 · 状态机检查台",
  machine: "状态机",
  session: "会话",
  newSession: "新会话",
  save: "保存",
  load: "打开",
  share: "导出",
  language: "English",
  act: "接下来发生什么",
  write: "借款人说",
  send: "发送",
  follow: "沙箱自动应答，到期事件自动触发",
  clock: "时钟拨到（上海时间，UTC+8）",
  zone: "上海时间，UTC+8",
  move: "拨动",
  nextDay: "后一天",
  nextDeadline: "下一个期限",
  events: "现在可能的全部事件",
  picture: "图",
  step: "这一步做了什么",
  history: "步骤",
  stepBack: "◀ 后退",
  stepForth: "前进 ▶",
  chart: "状态图",
  sequence: "时序图",
  coverage: "覆盖率",
  checks: "静态检查",
  live: "实时对话",
  viewAct: "操作",
  viewPicture: "图",
  viewStep: "本步",
  viewHistory: "步骤",
  full: "显示守卫与动作",
  onScreen: "借款人屏幕上",
  partner: "合作方",
  deadlines: "期限",
  due: "已到期",
  transitions: "走过的转移",
  guards: "问过的守卫",
  effects: "效果",
  changes: "上下文",
  reply: "回复",
  none: "无",
  holds: "成立",
  fails: "不成立",
  before: "之前",
  after: "之后",
  sendEvent: "发送",
  impossible: "守卫不允许",
  taken: "已走",
  ofTransitions: "转移",
  ofStates: "状态",
  neverTaken: "从未走过",
  transcriptsMiss: "仅凭对话脚本没有走过",
  noCoverage: "请先运行 npm run coverage:machines：它会试遍状态机并写下走过的转移。",
  unreachable: "无法到达的状态",
  forestalled: "总被别的转移抢先的转移",
  unheard: "没有状态处理的事件",
  neverSent: "没有人能发出的事件",
  transcript: "对话脚本测试 (.txt)",
  transcriptHint: "放进 test/conversations 的某个文件夹，npm test 就会运行它。",
  chartSvg: "状态图 (.svg)",
  chartPng: "状态图 (.png)",
  sequenceSvg: "时序图 (.svg)",
  sequencePng: "时序图 (.png)",
  storyTitle: "这段对话说明什么",
  begin: "开始",
  operator: "操作员",
  liveHint: "正在进行的对话，个人信息已打码。每次查看都记入审计日志。",
  refresh: "刷新",
  channel: "渠道",
  chat: "对话号",
  find: "查找",
  copy: "复制一份来单步",
  readOnly: "真实借款人的对话，只能查看；可以复制一份来单步。",
  partnersAnswer: "合作方从现在起怎么答复",
  asPersona: "按角色",
  noSession: "这不是检查台保存的会话。",
  unanswered: "检查台没有回应，它的命令还在运行吗？",
  optional: "可不填",
  integer: "整数",
  number: "数字",
  list: "列出对话",
  larger: "放大",
  legendMissing: "没有任何测试走过",
  legendUntold: "模型测试走过，对话脚本没有走过",
};

/** Words that the machines' surroundings say: of actors, answers and steps. */
const saidInChinese: Record<string, string> = {
  borrower: "借款人",
  system: "系统",
  clock: "时钟",
  identity: "身份核验",
  bureau: "征信",
  payments: "支付",
  partner: "合作方",
  deadline: "期限",
  begins: "开始",
  "as the persona is judged": "按角色评估",
  approved: "通过",
  refused: "拒绝",
  verified: "核验通过",
  matched: "比对一致",
  found: "找到",
  missing: "没有",
  paid: "已放款",
  collected: "已扣款",
  processing: "在途",
  "does not answer": "没有应答",
  "time-out": "没有应答",
};

let inChinese = navigator.language.startsWith("zh");

export const t = (key: TextKey): string => (inChinese ? chinese : english)[key];

/** A sentence that the server gives in both. */
export const inLanguage = (says: Both): string => (inChinese ? says["zh-CN"] : says.en);

/** A step in short; what a borrower said stays as it is. */
export const told = ({ actor, words }: { actor: string; words: string }): string =>
  `${said(actor)}: ${actor === "borrower" ? words : said(words)}`;

/** "refused: too-late" in the language of the page, as far as it has the words; names stay. */
export function said(words: string): string {
  if (!inChinese) return words;
  return words
    .split(": ")
    .map((part) => saidInChinese[part] ?? part)
    .join("：");
}

/** Fills in every element that names a text. */
export function sayTexts(): void {
  document.documentElement.lang = inChinese ? "zh-CN" : "en";
  document.title = t("title");
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = t(element.dataset["text"] as TextKey);
  }
}

export function switchLanguage(): void {
  inChinese = !inChinese;
  sayTexts();
}
