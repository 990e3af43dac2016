import type { LanguageHints } from "../hints.ts";

export const hints: LanguageHints = {
  letters: /\p{Script=Han}/u,
  askedFor:
    "中文|汉语|我不会英文|我不会英语|我看不懂英文|看不懂英文|普通话|简体中文|说中文|用中文|讲中文|换中文|换成中文|切换中文|切换到中文|切换成中文|chinese|in chinese|switch to chinese|use chinese|speak chinese|zh|zhongwen",
  labelsStandAlone: true,
};
