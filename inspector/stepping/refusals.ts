/** What the inspector will not do, and why, in both languages. */
export interface Both {
  en: string;
  "zh-CN": string;
}

export const both = (en: string, zh: string): Both => ({ en, "zh-CN": zh });

export const steppingRefusals = {
  noToken: () =>
    both(
      "Open the address that the command printed: it carries the token.",
      "请打开命令打印的地址：令牌就在里面。",
    ),
  noMachine: () => both("There is no such machine.", "没有这个状态机。"),
  noStep: () => both("That is no step of this session.", "这个会话里没有这一步。"),
  noTime: (given: string) =>
    both(
      `“${given}” is no time: write it like 2016-02-10 10:00, which is Shanghai's time, or with its offset.`,
      `“${given}”不是时间，请写成 2016-02-10 10:00（按上海时间），或者带上时区。`,
    ),
  clockBack: () =>
    both("The clock does not go back: step back instead.", "时钟不能往回拨，要回到从前请用“后退”。"),
  noButton: (label: string) => both(`No button [${label}] is on screen.`, `屏幕上没有按钮 [${label}]。`),
  noDeadline: (key: string) => both(`No deadline ${key} is set.`, `没有设下期限 ${key}。`),
  nobodyWaits: (key: string) => both(`Nobody waits for an answer to ${key}.`, `没有人在等 ${key} 的答复。`),
  noAnswer: (command: string, answer: string) =>
    both(`${command} cannot be answered with ${answer}.`, `${command} 不能用 ${answer} 答复。`),
  noLoan: () => both("That loan is not on the books.", "账上没有这笔借款。"),
  eventsOnly: () => both("A loan takes events and a clock only.", "借款只接受事件和时钟。"),
  noSession: () => both("That is no session of this inspector.", "这不是检查台保存的会话。"),
  noBeginning: () =>
    both("The session does not begin, or begins twice.", "这个会话没有开头，或者有两个开头。"),
  sessionGone: () =>
    both(
      "That session is not here any more: begin one, or load it from its file.",
      "这个会话已经不在了：请新建一个，或从文件打开。",
    ),
  wentElsewhere: (step: number, then: string, now: string) =>
    both(
      `Step ${step} led to ${then} when it was saved, and leads to ${now} now.`,
      `第 ${step} 步保存时通向 ${then}，现在通向 ${now}。`,
    ),
  noBorrower: () =>
    both(
      "A transcript tells of a borrower, whom this machine has not.",
      "对话脚本讲的是借款人，这个状态机里没有。",
    ),
  midway: () =>
    both(
      "A copy of a running conversation begins midway: no transcript can begin there. Save the session instead.",
      "副本是从对话中途开始的，写不成脚本。请保存会话。",
    ),
  noTranscript: ({ step, words, why }: { step: number; words: string; why: Both }) =>
    both(
      `Step ${step} (${words}) cannot be told by a transcript. ${why.en}. Save the session instead.`,
      `第 ${step} 步（${words}）写不成脚本。${why["zh-CN"]}。请改为保存会话。`,
    ),
  noPartnerSays: (answer: string) =>
    both(`No partner can be made to answer ${answer}`, `没有合作方会这样答复：${answer}`),
  patienceOnce: (command: string) =>
    both(
      `The running assistant tells of the silence of ${command} once only`,
      `${command} 没有应答，实际运行时只会告诉借款人一次`,
    ),
  leftDue: (event: string) =>
    both(
      `${event} came due and was not let happen; the running assistant lets it happen at once`,
      `${event} 已到期而没有触发；实际运行时会立刻触发`,
    ),
  noWords: (event: string) =>
    both(
      `There are no words for ${event} there: press a button or write instead.`,
      `${event} 在那里没有对应的话：请改为按按钮或打字。`,
    ),
  notLive: () =>
    both(
      "Running conversations are there beside npm start: open the inspector at the address that it prints.",
      "实时对话要在 npm start 旁边看：请打开它打印的检查台地址。",
    ),
  noConversation: () => both("There is no such conversation.", "没有这个对话。"),
  movedOn: () => both("The conversation has moved on: look again.", "对话已经往前走了，请刷新再看。"),
  readOnly: () =>
    both(
      "This is a real person's conversation: it can be looked at, and stepped as a copy.",
      "这是真实借款人的对话，只能查看，或复制一份来单步。",
    ),
  notPermitted: (operator: string, permission: string) =>
    both(
      `${operator} may not do this: it takes the permission ${permission}.`,
      `${operator} 没有权限，这需要 ${permission}。`,
    ),
  noOperator: (why: string) => both(why, `操作员不对：${why}`),
  notReadable: () => both("What was sent cannot be read.", "发来的内容读不懂。"),
  badFields: (issues: readonly Issue[]) =>
    both(
      issues.map(({ path, says }) => `${path || "event"}: ${says.en}`).join("; "),
      issues.map(({ path, says }) => `${path || "事件"}：${says["zh-CN"]}`).join("；"),
    ),
} as const;

/** What is wrong with one field of a form. */
export interface Issue {
  /** "standing.daysPastDue". */
  path: string;
  says: Both;
}

/** A cause that cannot be: no such button, no such command. It is said to the tester. */
export class CauseRefused extends Error {
  override readonly name = "CauseRefused";
  readonly says: Both;
  readonly issues: readonly Issue[];
  constructor(says: Both, issues: readonly Issue[] = []) {
    super(says.en);
    this.says = says;
    this.issues = issues;
  }
}

/** The server knows no session of that id any more: the page may bring its own copy. */
export class SessionGone extends CauseRefused {
  constructor() {
    super(steppingRefusals.sessionGone());
  }
}
