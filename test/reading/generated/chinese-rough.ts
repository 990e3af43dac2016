/** Sums that Chinese leaves open: ranges of neighbours, 多, 来, 几, and numerals that are none. */
import { chinese } from "./chinese-numerals.ts";
import type { Draw } from "./draw.ts";
import { type Maker, one } from "./expression.ts";

const figures = "零一二三四五六七八九";
const plainSpelling = { liang: true, fullTen: false, short: false };
const units = [
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["万", 10_000],
  ["十万", 100_000],
] as const;
const money = ["", "块", "块钱", "元"];

/** 三四 and 三五; two is 两 before a unit larger than ten. */
function neighbours(draw: Draw): [said: string, low: number, high: number] {
  const low = draw.whole(1, 8);
  const high = low === 3 && draw.chance(20) ? 5 : low + 1;
  return [`${figures.charAt(low)}${figures.charAt(high)}`, low, high];
}

const ofUnit: Maker = (draw) => {
  const [said, low, high] = neighbours(draw);
  const [unit, size] = draw.of(units);
  const spelled = size > 10 ? said.replace("二", "两") : said;
  const end = size < 1000 ? draw.of(["块", "块钱"]) : draw.of(money);
  return one(`${spelled}${unit}${end}`, { between: [String(low * size), String(high * size)] });
};

/** 十五六万, 二十三四万, 三十一二块 */
const behindTens: Maker = (draw) => {
  const tens = draw.whole(1, 9);
  const low = draw.whole(1, 8);
  const [unit, size] = draw.of([
    ["万", 10_000],
    ["块", 1],
    ["万块", 10_000],
  ] as const);
  const head = tens === 1 ? "十" : `${figures.charAt(tens)}十`;
  return one(`${head}${figures.charAt(low)}${figures.charAt(low + 1)}${unit}`, {
    between: [String((tens * 10 + low) * size), String((tens * 10 + low + 1) * size)],
  });
};

/** 一万六七, 两千三四, 一百七八 (the last unit left out), and 一万六七千 (said) */
const behindUnit: Maker = (draw) => {
  const head = draw.whole(1, 9);
  const low = draw.whole(1, 8);
  const [unit, size, below] = draw.of([
    ["万", 10_000, "千"],
    ["千", 1000, "百"],
    ["百", 100, "十"],
  ] as const);
  const said = `${figures.charAt(head).replace("二", "两")}${unit}${figures.charAt(low)}${figures.charAt(low + 1)}${draw.of(["", below])}`;
  const at = (figure: number): string => String(head * size + (figure * size) / 10);
  return one(said + draw.of(["", "块"]), { between: [at(low), at(low + 1)] });
};

/** 二十多万, 20多万, 三百余元, 十来万, 一千来块 */
const more: Maker = (draw) => {
  const tens = draw.of([10, 20, 30, 50, 80, 100, 200, 300]);
  const [unit, size] = draw.of([
    ["万", 10_000],
    ["块", 1],
    ["万元", 10_000],
    ["块钱", 1],
  ] as const);
  const head = draw.chance(50) ? chinese(tens, { ...plainSpelling, liang: false }) : String(tens);
  return one(`${head}${draw.of(["多", "余", "来"])}${unit}`, { about: String(tens * size) });
};

/** 一万多, 三千多块, 5千多, 两万来块, 一万出头, 八千左右 */
const moreBehind: Maker = (draw) => {
  const head = draw.whole(1, 9);
  const [unit, size] = draw.of([
    ["万", 10_000],
    ["千", 1000],
    ["百", 100],
  ] as const);
  const figure = draw.chance(60) ? figures.charAt(head).replace("二", "两") : String(head);
  const end = draw.of([
    "多",
    "多块",
    "多块钱",
    "来块",
    "出头",
    "左右",
    "块左右",
    "上下",
    "余元",
    "块出头",
    "块上下",
    "多一点",
  ]);
  return one(`${figure}${unit}${end}`, { about: String(head * size) });
};

/** 三千四百五十几万, 十几万, 二十几块 */
const some: Maker = (draw) => {
  const tens = draw.of([
    10,
    draw.whole(2, 9) * 10,
    draw.whole(1, 9) * 100 + draw.whole(1, 9) * 10,
    draw.whole(1, 9) * 1000 + draw.whole(1, 9) * 100,
  ]);
  const [unit, size] = draw.of([
    ["万", 10_000],
    ["块", 1],
    ["万元", 10_000],
  ] as const);
  const isTens = tens % 100 !== 0 || tens === 10;
  const head = chinese(tens, plainSpelling);
  return one(`${head}${isTens ? "几" : "几十"}${unit}`, { about: String(tens * size) });
};

/** 几千, 好几万, 数千元, 若干万, 上万块, 千把块, 百十块, 几百块钱, 几十万, 万把块 */
const open: Maker = (draw) =>
  one(
    draw.of([
      "几千",
      "好几万",
      "数千元",
      "上万块",
      "千把块",
      "百把块钱",
      "万把块",
      "几百块钱",
      "几十万",
      "数百元",
      "几百万",
      "好几百",
      "好几十万",
      "数十万元",
      "几千几万",
      "成千上万",
      "几块钱",
      "十几块",
      "几个亿",
      "若干",
      "上千块",
      "上百块",
      "百十来块",
      "百八十块",
    ]) + draw.of(["", "吧", "左右"]),
    { about: undefined },
  );

/** 5000到8000, 五千至八千, 5-8千, 三万到五万块, 5000~8000元 */
const fromTo: Maker = (draw) => {
  const [low, high] = [draw.whole(1, 8), draw.whole(1, 4)].map((at, index, both) =>
    index === 0 ? at : (both[0] ?? 0) + at,
  ) as [number, number];
  const [unit, size] = draw.of([
    ["千", 1000],
    ["万", 10_000],
    ["百", 100],
    ["k", 1000],
    ["w", 10_000],
  ] as const);
  const dash = draw.of(["到", "至", "-", "~", "—"]);
  const figure = (value: number): string =>
    draw.chance(50) && /[千万百]/.test(unit) && value < 10
      ? figures.charAt(value).replace("二", "两")
      : String(value);
  const [a, b] = [figure(low), figure(high)];
  const way = draw.of([
    `${a}${unit}${dash}${b}${unit}`,
    `${a}${dash}${b}${unit}`,
    `${low * size}${dash}${high * size}`,
  ]);
  return one(way + draw.of(["", "元", "块", "之间"]), { between: [String(low * size), String(high * size)] });
};

/** Two numerals that run into each other, figures grouped in no known way, a unit twice. */
const none: Maker = (draw) => {
  const figure = (): string => figures.charAt(draw.whole(1, 9));
  const unit = draw.of(["百", "千", "万"]);
  const [a, b] = [draw.whole(10, 99), draw.whole(1000, 9999)];
  const [head, other] = [figure(), figure()];
  return one(
    draw.of([
      `${head}${unit}${other}${unit}`,
      `${head}${unit}${head}${unit}`,
      `${a}${draw.of([" ", ","])}${b}`,
      `${a},${draw.whole(10, 99)},${draw.whole(10, 99)}`,
      `${head}${unit}${draw.whole(1, 9)}.${draw.whole(1, 9)}`,
      `${draw.whole(1, 9)}.${draw.whole(1, 9)}.${draw.whole(1, 9)}万`,
      `${draw.whole(1, 9)}万万${draw.whole(1, 9)}`,
      `${head}十${other}十${unit}`,
      `${draw.whole(1, 9)}${unit}${unit}${draw.whole(1, 9)}`,
      `1${draw.of(["o", "O"])}000`,
    ]),
    "unclear",
  );
};

export const chineseRough: Record<string, Maker> = {
  "neighbours of a unit": ofUnit,
  "neighbours behind tens": behindTens,
  "neighbours behind a unit": behindUnit,
  "more than tens": more,
  "more than a unit": moreBehind,
  "tens and some": some,
  "no figure named": open,
  "from one to another": fromTo,
  "no numeral": none,
};
