/** "Why can't I see the entry?", reasoned from what is known. */
import type { ProductRule } from "../../../../domain/product/catalogue.ts";
import { percent } from "../../../views/figures/figures.ts";

const rules: Record<ProductRule, (product: string) => string> = {
  "white-list": (product) => `${product}只对白名单里的用户开放，你在不在名单里，评估了才知道`,
  deposit: (product) => `${product}要看存款，够不够，评估了才知道`,
  "consumption-scene": (product) => `${product}看消费场景，符不符合，评估了才知道`,
};

export const visibility = {
  yes: ({ entry, product }: { entry: string; product: string }): string =>
    `“${entry}”：你已经获批${product}，应该看得到。没看到的话，把微信更新到最新版再看。`,
  no: ({ entry, reasons }: { entry: string; reasons: readonly string[] }): string =>
    `“${entry}”对你没有开放：${reasons.join("；")}。`,
  unknown: ({ entry, reasons }: { entry: string; reasons: readonly string[] }): string =>
    reasons.length > 0
      ? `“${entry}”看不看得到还说不准：${reasons.join("；")}。`
      : `“${entry}”没有公布对谁开放，看不到多半是还没轮到你。`,
  noRealName: "还没有实名",
  noBankCard: "还没有绑定银行卡",
  refused: (product: string): string => `${product}的评估没有通过，原因见下`,
  rule: (rule: ProductRule, product: string): string => rules[rule](product),
  some: (share: string): string => `这个入口目前只给约${percent(share)}的用户看，不是你操作错了`,
  alternative: ({ entry, product }: { entry: string; product: string }): string =>
    `可以换条路：从“${entry}”找${product}。`,
};
