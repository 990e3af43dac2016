/** Sums as English names them, with their value in yuan. */
import type { Draw } from "./draw.ts";
import { type Maker, one } from "./expression.ts";

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

interface Style {
  hyphen: string;
  and: string;
  /** "a hundred" rather than "one hundred", at the beginning. */
  article: boolean;
}

function belowHundred(value: number, { hyphen }: Style): string {
  if (value < 20) return small[value] ?? "";
  const ones = value % 10;
  return `${tens[Math.floor(value / 10)]}${ones === 0 ? "" : `${hyphen}${small[ones]}`}`;
}

function belowThousand(value: number, style: Style): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return belowHundred(rest, style);
  const head = `${small[hundreds]} hundred`;
  return rest === 0 ? head : `${head}${style.and}${belowHundred(rest, style)}`;
}

/** Below 10^9. */
function english(value: number, style: Style): string {
  const parts: [number, string][] = [
    [Math.floor(value / 1e6), " million"],
    [Math.floor(value / 1000) % 1000, " thousand"],
    [value % 1000, ""],
  ];
  const said = parts
    .filter(([part]) => part > 0)
    .map(
      ([part, unit], index) =>
        `${index > 0 && unit === "" && part < 100 ? style.and.trimStart() : ""}${belowThousand(part, style)}${unit}`,
    )
    .join(" ");
  return style.article ? said.replace(/^one (?=hundred|thousand|million)/, "a ") : said;
}

const drawnStyle = (draw: Draw): Style => ({
  hyphen: draw.of(["-", "-", " "]),
  and: draw.of([" and ", " "]),
  article: draw.chance(30),
});

const drawnSum = (draw: Draw): number => {
  const round = draw.of([1, 10, 50, 100, 500, 1000]);
  return draw.whole(1, draw.of([10, 100, 900])) * round;
};

const yuan = ["", "", " yuan", " rmb", " kuai"];

const inWords: Maker = (draw) => {
  const value = drawnSum(draw);
  return one(english(value, drawnStyle(draw)) + draw.of(yuan), { sum: String(value) });
};

/** Twenty-five hundred. */
const hundreds: Maker = (draw) => {
  const count = draw.of(
    [draw.whole(11, 19), draw.whole(21, 29), draw.whole(31, 99)].filter((at) => at % 10 !== 0),
  );
  return one(`${english(count, { ...drawnStyle(draw), article: false })} hundred${draw.of(yuan)}`, {
    sum: String(count * 100),
  });
};

/** 2,500, 2500 yuan, ¥2,500.00, RMB 2500 */
const inFigures: Maker = (draw) => {
  const value = drawnSum(draw);
  const figures = draw.of([
    String(value),
    value.toLocaleString("en-US"),
    value.toLocaleString("en-US", { minimumFractionDigits: 2 }),
  ]);
  return one(
    draw.of([figures, `${figures} yuan`, `¥${figures}`, `RMB ${figures}`, `CNY${figures}`, `${figures}rmb`]),
    { sum: String(value) },
  );
};

/** 2.5k, 15K, 2.5 grand, 12 thousand, 1.5 million, 0.5k */
const withScale: Maker = (draw) => {
  const tenths = draw.of([draw.whole(1, 99), draw.whole(1, 60) * 10]);
  const [scale, size] = draw.of([
    ["k", 1000],
    ["K", 1000],
    [" k", 1000],
    [" grand", 1000],
    [" thousand", 1000],
    [" million", 1e6],
    ["m", 1e6],
  ] as const);
  return one(`${tenths / 10}${scale}${scale === "m" ? " yuan" : draw.of(yuan)}`, {
    sum: String((tenths * size) / 10),
  });
};

/** Two and a half thousand, half a million, a grand and a half, one point five thousand, three quarters of a million */
const halves: Maker = (draw) => {
  const count = draw.whole(1, 19);
  const [scale, size] = draw.of([
    ["thousand", 1000],
    ["hundred", 100],
    ["million", 1e6],
    ["grand", 1000],
    ["k", 1000],
  ] as const);
  const said = small[count] ?? "";
  const head = count === 1 && scale !== "k" ? "a" : said;
  const ways: [string, number][] = [
    [`${said} and a half ${scale}`, count + 0.5],
    [`${count} and a half ${scale}`, count + 0.5],
    [`half a ${scale}`, 0.5],
    [`${head} ${scale} and a half`, count + 0.5],
    [`${said} point five ${scale}`, count + 0.5],
    [`${count} 1/2 ${scale}`, count + 0.5],
    [`${count}½ ${scale}`, count + 0.5],
  ];
  const [way, times] = draw.of(ways);
  return one(way, { sum: String(times * size) });
};

/** Two grand five hundred, 3k 500, a thousand five hundred */
const compound: Maker = (draw) => {
  const [head, rest] = [draw.whole(1, 19), draw.whole(1, 9)];
  const said = draw.of([small[head] ?? "", String(head)]);
  const way = draw.of([
    `${said} grand ${small[rest]} hundred`,
    `${said} thousand and ${small[rest]} hundred`,
    `${said} thousand ${rest} hundred`,
  ]);
  return one(way, { sum: String(head * 1000 + rest * 100) });
};

export const englishSums: Record<string, Maker> = {
  "an English numeral": inWords,
  "hundreds beyond ten": hundreds,
  "figures in English": inFigures,
  "a figure and an English scale": withScale,
  "halves in English": halves,
  "thousands and hundreds in English": compound,
};

/** A couple of grand, a few hundred, several thousand, some hundreds */
const open: Maker = (draw) =>
  one(
    draw.of([
      ...[
        "a couple of grand",
        "a couple grand",
        "a few hundred",
        "several thousand",
        "some thousand",
        "a couple of hundred",
      ],
      ...[
        "a few k",
        "a few thousand yuan",
        "a couple of k",
        "hundreds",
        "thousands",
        "several hundred yuan",
        "a few grand",
      ],
      ...["a couple hundred", "tens of thousands", "a few hundred thousand", "a couple of million"],
    ]),
    { about: undefined },
  );

/** Fifteen to twenty thousand, 5 to 8k, 15-20k, between two and three thousand, five or six hundred */
const fromTo: Maker = (draw) => {
  const low = draw.whole(1, 18);
  const high = low + draw.whole(1, Math.min(9, 19 - low));
  const [scale, size] = draw.of([
    ["thousand", 1000],
    ["hundred", 100],
    ["grand", 1000],
    ["k", 1000],
  ] as const);
  const gap = scale === "k" ? "" : " ";
  const [a, b] = draw.chance(50) && scale !== "k" ? [small[low], small[high]] : [String(low), String(high)];
  const way = draw.of([
    `${a} to ${b}${gap}${scale}`,
    `${a}-${b}${gap}${scale}`,
    `${a} or ${b}${gap}${scale}`,
    `between ${a} and ${b}${gap}${scale}`,
    `from ${a} to ${b}${gap}${scale}`,
    `${a}${gap}${scale} to ${b}${gap}${scale}`,
    `${low * size} to ${high * size}`,
    `${low * size}-${high * size} yuan`,
  ]);
  return one(way, { between: [String(low * size), String(high * size)] });
};

/** 5000-ish, 5000 or so, twenty-odd thousand, five thousand odd, 2k+ , over two thousand, nearly 5k */
const roughly: Maker = (draw) => {
  const count = draw.whole(2, 9);
  const [said, value] = draw.of([
    [String(count * 1000), count * 1000],
    [`${small[count]} thousand`, count * 1000],
    [`${count}k`, count * 1000],
    [`${small[count]} hundred`, count * 100],
  ] as const);
  const way = draw.of([
    `${said}-ish`,
    `${said}ish`,
    `${said} or so`,
    `${said} or more`,
    `${said} odd`,
    `${said}+`,
    `over ${said}`,
    `more than ${said}`,
    `less than ${said}`,
    `nearly ${said}`,
    `almost ${said}`,
    `up to ${said}`,
    `at least ${said}`,
    `${said} something`,
    `${said} plus`,
  ]);
  return one(way, { about: String(value) });
};

const oddTens: Maker = (draw) => {
  const at = draw.whole(2, 9);
  const [scale, size] = draw.of([
    ["thousand", 1000],
    ["hundred", 100],
    ["grand", 1000],
  ] as const);
  return one(`${tens[at]}${draw.of(["-odd", " odd", "-something", "-some"])} ${scale}`, {
    about: String(at * 10 * size),
  });
};

/** Two numerals in a row, and scales in no order. */
const none: Maker = (draw) => {
  const [a, b] = [draw.whole(2, 9), draw.whole(2, 9)];
  return one(
    draw.of([
      `${small[a]} thousand ${small[b]} thousand`,
      `${small[a]} ${small[b]} thousand`,
      `${small[a]} ${small[b]}`,
      `${small[a]} hundred ${small[b]} hundred`,
      `${tens[a]} ${tens[b]}`,
      `${a}k${b}k`,
      `${small[a]} teen`,
      `${small[a]} hundred thousand hundred`,
    ]),
    "unclear",
  );
};

export const englishRough: Record<string, Maker> = {
  "no figure named, in English": open,
  "from one to another, in English": fromTo,
  "roughly, in English": roughly,
  "odd tens": oddTens,
  "no English numeral": none,
};

/** A sum in a sentence that borrows or repays it. */
export const spokenEnglish = (draw: Draw, said: string): string =>
  draw.of([
    said,
    `borrow ${said}`,
    `i'd like to borrow ${said} please`,
    `i need ${said}`,
    `lend me ${said}`,
    `i want to pay ${said}`,
  ]);
