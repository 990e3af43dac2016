/** Spoken, regional and mistyped ways of saying what the rules read in plain words; in this order. */
const rewritings: readonly (readonly [ways: RegExp, plain: string])[] = [
  [/一个月(?=(?:大概|大约|差不多|要|得|该|应该?)*(?:还|付|交)(?![清完上]))/g, "每个月"],
  [/(?<=分(?:\d{1,2}|[一二三四五六七八九十两]{1,2}))[其起气](?!码|他)/g, "期"],
  [/提钱(?=还|结)/g, "提前"],
  [/得唔得/g, "行不行"],
  // Alone it is a hum, and no refusal.
  [/唔(?=[系係使要想知识識得够夠可会會好同需])/g, "不"],
  [/啲/g, "点"],
  [/莫得|木得|木有|冇|没得(?![到说])/g, "没有"],
  [/几多|(?<=[要还借付交是])好多(?=$|钱|元|块|[哟嘛啊呀呢?？])/g, "多少"],
  [/啷个|点样|咋个/g, "怎么"],
];

/** Takes a normalised text. */
export const inPlainWords = (text: string): string =>
  rewritings.reduce((sentence, [ways, plain]) => sentence.replace(ways, plain), text);
