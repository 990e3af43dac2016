import { bareOf } from "./normalise.ts";

const opening =
  /^(?:(?:please|pls|ok|okay|hey|um|hmm?|well|can you|could you|i want to|i'd like to|i would like to|let me|let's|just|that's right)\s+)+|^(?:请问?|麻烦(?:你|您)?|那|嗯|额|呃|我想要|我要|我想|帮我|给我|就)+/;
const closing =
  /(?:\s+(?:please|pls|now|thanks|thank you|for me|then))+$|(?:一下|下|吧|啊|呀|哦|呢|嘛|了|啦|哈|谢谢|的)+$/;

/**
 * A normalised text as a phrase, with politeness and particles taken off, nearest first: the whole, then shorter forms.
 * "麻烦转人工吧" gives "麻烦转人工吧", "麻烦转人工", "转人工吧", "转人工"; a text of marks alone gives none.
 */
export function phraseForms(text: string): string[] {
  const whole = bareOf(text);
  const close = whole.replace(closing, "").trim();
  const open = whole.replace(opening, "").trim();
  const both = close.replace(opening, "").trim();
  return [...new Set([whole, close, open, both])].filter((form) => form !== "");
}
