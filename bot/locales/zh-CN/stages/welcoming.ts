export const welcoming = {
  askLanguage: "请选择语言。",
  reviewPrivacy: ({ sandbox }: { sandbox: boolean }): string =>
    [
      "开始前，先把隐私说清楚：",
      [
        "· 我会用到：打码后的姓名、年龄、银行卡尾号；经你授权后，还有征信、支付和资产情况。",
        "· 只用来评估你能不能借、能借多少，不会提供给第三方商业机构。",
        "· 想知道存了什么，随时发“我的资料”。",
      ].join("\n"),
      sandbox ? "这里是演示环境：人物和资料都是虚构的，不会查询真实的你。" : "",
      "同意的话，我们就开始。",
    ]
      .filter(Boolean)
      .join("\n\n"),
  declined:
    "没有你的同意，我不会查询你的任何信息，也没法评估和报价。常见问题照样可以问；想好了，点“同意并继续”。",
  situation: {
    askingLanguage: "正在选语言：中文或 English",
    reviewingPrivacy: "正在看隐私说明：同意后才能往下走",
    declined: "还没有同意隐私说明：可以先问问题，或者点“同意并继续”",
  },
};
