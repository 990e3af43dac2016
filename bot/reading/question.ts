const asking =
  /[?？]|吗|[么呢没不]$|怎么|咋|如何|怎样|什么|啥|哪|(\p{Script=Han})不\1|能不|可以.{0,12}(?:吗|不)|有没有|多[少久长钱]|几(?![百千万十])|\b(?:how|what|when|where|why|which|can i|could i|may i|is it|is there|are there|do i|does|will i|would i|am i|any)\b/u;

/**
 * Whether a normalised text asks something: by its mark, a word of asking, or a form such as 能不能. Of a whole message
 * the reading knows it (`reading.asks`); this is for a clause of one, or for what is left of it.
 */
export const isQuestion = (text: string): boolean => asking.test(text);
