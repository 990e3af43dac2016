/** What only Telegram needs to say. */
import type { CommandName } from "../../../messages.ts";

export const telegram = {
  privateOnly: (bot: string) =>
    `借款的事只在私聊里说,群里的人都看得到。请直接找我:@${bot}。我先退出这个群了。`,
  edited: "改过的消息我看不到新内容,请把要说的重新发一条。",
  failed: "这条消息我这边处理时出了错,没有改动您的任何信息。请再发一次;还不行的话发 /human 找人工。",
  commands: {
    start: "开始",
    borrow: "借款",
    repay: "还款",
    where: "我进行到哪一步",
    back: "返回上一步",
    cancel: "取消",
    mydata: "您了解我哪些信息",
    human: "找人工",
    language: "切换语言 / Language",
    help: "帮助",
    persona: "沙盒:换一个演示身份",
  } satisfies Record<CommandName, string>,
};
