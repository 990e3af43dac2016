import { percent } from "../../../views/figures/figures.ts";

export const locatingEntry = {
  choose: "微信里有几条路都能走到借款，不是每个人都看得到每一条。点一条，我告诉你怎么走。",
  leadsTo: ({ name, products }: { name: string; products: readonly string[] }): string =>
    `从“${name}”能找到${products.join("、")}，一步步怎么点，见下面。`,
  seenBy: ({ share, asOf }: { share: string; asOf: string }): string =>
    `约${percent(share)}的用户有这个入口（${asOf}年数据）。没看到，多半是还没有对你开放，不是你操作错了。`,
  unseen: "不是每个人都有这个入口。没看到，多半是还没有对你开放，不是你操作错了。",
  notFound: "这个入口我没有资料，看看其他入口吧。",
  card: {
    entries: "微信里的借款入口",
    entry: "入口",
    product: "产品",
    seen: "可见用户",
    step: "步骤",
    tap: "点这里",
    unknown: "未公布",
    about: (share: string): string => `约${percent(share)}`,
  },
  situation: {
    choosing: "正在选想看哪个借款入口",
    showing: "正在看借款入口的走法：看完可以在这里借，或换一个入口",
    showingInArrears: "正在看借款入口的走法：可以换一个入口，或者回主页",
  },
};
