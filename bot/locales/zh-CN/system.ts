/** Words outside any conversation's state. */
import type { ChatCommandName } from "../../messages.ts";
import { date } from "./format.ts";

const commands: Record<ChatCommandName, string> = {
  start: "开始",
  borrow: "借钱",
  repay: "还款",
  where: "我在哪一步",
  back: "返回上一步",
  cancel: "取消当前操作",
  mydata: "我的资料",
  human: "人工服务",
  language: "切换语言",
  persona: "换演示角色",
  help: "能做什么",
};

export const system = {
  commands,
  description: ({ sandbox }: { sandbox: boolean }): string =>
    [
      "借道：借得明白，还得从容。借款入口在哪、能不能借、要花多少钱、哪天还，都可以在这里问、在这里办。",
      ...(sandbox ? ["这里是演示环境，人物和资金都是虚构的。"] : []),
      "点“开始”，或者直接说“想借20000，分10期”。",
    ].join("\n\n"),
  unavailable: {
    unreachable: "系统暂时连不上数据库，这条消息我还没能处理。恢复后会接着办，你的借款和进度不受影响。",
    "newer-release": "系统正在升级，这条消息我还没能处理。升级好会接着办，你的借款和进度不受影响。",
  },
  /** Before each reply, where a terminal shows who speaks. */
  speaker: "借道",
  failed:
    "抱歉，这条消息我没能处理：我们这边出错了，已经记录下来。你的借款和进度都没有变。换个说法再试一次，或者发“人工”找人帮忙。",
  foreignPress: "这个按钮是给另一位用户的，你点不了。发“你好”，开始你自己的对话。",
  /** Where a reply's files cannot be shown. */
  media: {
    picture: "图片",
    file: "文件",
    unsaved: (name: string): string => `${name}：用 --media 文件夹 启动，就会存下来`,
  },
  ofDay: (day: string): string => `这条是${date(day)}的消息：`,
  playMoney: "演示资金：以上都是模拟，不会动用真钱。",
};
