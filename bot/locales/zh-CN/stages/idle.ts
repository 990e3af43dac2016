export const idle = {
  menu: "想做什么？点下面的按钮，或者直接说，比如“借20000分10期”。",
  menuWithLoans: "需要什么，直接说，或者点下面的按钮。",
  situation: "在主页：可以借钱、找入口、看借款、还款，或者问问题",
  situationInArrears: "在主页：可以看借款、还款，或者问问题",
};
