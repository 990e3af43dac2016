/** What the web page says around the conversation. */
export const webPage = {
  labels: {
    brand: "借道",
    title: "借道 · 借款助手",
    subtitle: "借款助手",
    ribbon: "演示 · 不是真钱",
    newChat: "新对话",
    newChatTitle: "开始新对话？",
    newChatText: "这个标签页会换成一位新的借款人。现在的对话不再显示，也找不回来。",
    newChatKeep: "留在当前对话",
    newChatConfirm: "开始新对话",
    log: "对话",
    you: "你",
    assistant: "借道",
    welcomeTitle: "你好，想借钱，从哪里开始？",
    welcomeText: "入口在哪里、符不符合条件、能借多少、利息多少，我一步一步陪你，直到还清。",
    draft: "消息",
    placeholder: "输入消息…",
    send: "发送",
    menu: "菜单",
    replies: "快捷回复",
    tools: "演示工具：快进时间、换角色",
    due: "要还的",
    toLatest: "回到最新消息",
    sending: "发送中…",
    notSent: "没发出去：系统在这条上出错了。",
    sendAgain: "再发一次",
    waiting: "等待发送",
    savePicture: "保存图片",
    saveFile: "下载",
    notLoaded: "没能取到，内容是：",
    tryAgain: "再试一次",
    reconnecting: "连接断开了，正在重新连接…",
  },

  suggestions: ["你好", "借款入口在哪？", "我想借20000元，分10期"],

  stages: {
    locatingEntry: "找入口",
    checkingEligibility: "查资格",
    quoting: "看报价",
    confirming: "签约放款",
    reminding: "设提醒",
    repaying: "还款",
  },

  progress: (stage: string, position: number, of: number): string =>
    `${stage} · 第 ${position} 步，共 ${of} 步`,

  tooLong: (length: number, longest: number): string => `${length} / ${longest} 个字符：太长了，请分几条发`,
};
