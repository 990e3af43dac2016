/** What only Telegram needs to say. */
export const telegram = {
  privateOnly: (bot: string) =>
    `借款的事只在私聊里说，群里的人都看得到。请直接找我：@${bot}。我先退出这个群。`,
  edited: "改过的消息我看不到新内容，请把要说的重新发一条。",
  failed: "这条消息我没能处理，我们这边出错了，已经记录下来。请再发一次；还不行就发 /human 找人工。",
};
