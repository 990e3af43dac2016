import type { LanguageHints } from "../hints.ts";

export const hints: LanguageHints = {
  letters: /[a-z]{2,}/i,
  /** No pinyin is spelt like the sure ones. */
  words: {
    sure: /^(?:i|i'm|i'd|i'll|i've|my|your|the|is|are|am|was|it|it's|to|of|for|from|in|on|at|with|over|and|or|but|if|not|what|what's|how|when|where|why|which|who|much|many|do|don't|does|did|have|has|had|will|would|could|should|can't|want|need|like|borrow|loan|pay|repay|money|months?|interest|please|this|that|there|be|been|get|give|about|early|days?)$/,
    likely: /^(?:a|an|can|me|you|he|she|long)$/,
  },
  askedFor:
    "english|in english|i don't speak chinese|i can't read chinese|i don't understand chinese|no chinese|英文|英语|说英文|用英文|用英语|说英语|换英文|换成英文|切换英文|切换到英文|切换成英文|换英语|en|speak english|english version|switch to english|i speak english|use english|talk in english",
};
