/** Sums as Chinese names them, with their value in yuan. */
import {
  asOnCheques,
  chinese,
  drawnSpelling,
  drawnSum,
  fullWidth,
  inTraditional,
} from "./chinese-numerals.ts";
import type { Draw } from "./draw.ts";
import { type Maker, one } from "./expression.ts";

const yuan = ["", "", "元", "块", "块钱", "元整"];
const plainDigits = (value: number): string => String(value);
const grouped = (value: number, mark: string): string =>
  plainDigits(value).replace(/\B(?=(?:\d{3})+$)/g, mark);

/** 一万二, 兩萬塊, 壹万贰仟元整 */
const inWords: Maker = (draw) => {
  const value = drawnSum(draw);
  const said = chinese(value, drawnSpelling(draw)) + draw.of(yuan);
  return one(draw.chance(15) ? inTraditional(said) : said, { sum: plainDigits(value) });
};

const onCheques: Maker = (draw) => {
  const value = drawnSum(draw);
  const said = `${asOnCheques(chinese(value, { liang: false, fullTen: true, short: false }))}${draw.of(["元整", "圆整", "元", ""])}`;
  return one(draw.chance(30) ? inTraditional(said) : said, { sum: plainDigits(value) });
};

/** 20000, 20,000, ¥20 000, ２００００元 */
const inFigures: Maker = (draw) => {
  const value = drawnSum(draw);
  const figures = draw.of([plainDigits(value), plainDigits(value), grouped(value, ","), grouped(value, " ")]);
  const said = draw.of([
    figures,
    `${figures}元`,
    `${figures}块`,
    `¥${figures}`,
    `RMB ${figures}`,
    `人民币${figures}元`,
  ]);
  return one(draw.chance(20) ? fullWidth(said).replaceAll("　", " ") : said, { sum: plainDigits(value) });
};

/** 2,3456: in fours, as 万 counts. */
const inFours: Maker = (draw) => {
  const value = draw.of([1, 10, 100]) * 10_000 * draw.whole(1, 9);
  const said = plainDigits(value).replace(/\B(?=(?:\d{4})+$)/g, draw.of([",", " "]));
  return one(said + draw.of(["", "元"]), { sum: plainDigits(value) });
};

/** 1.5万, 2w, 3k, 25万, 一点五万 */
const decimalUnits: Maker = (draw) => {
  const tenths = draw.whole(1, 400);
  const [unit, size] = draw.of([
    ["万", 10_000],
    ["w", 10_000],
    ["W", 10_000],
    ["k", 1000],
    ["千", 1000],
    ["K", 1000],
  ] as const);
  const said = `${tenths / 10}${unit}`;
  return one(said + draw.of(["", "块", "元"]), { sum: plainDigits((tenths * size) / 10) });
};

const spokenPoint: Maker = (draw) => {
  const [head, rest] = [draw.whole(1, 12), draw.whole(1, 9)];
  const spelling = { liang: false, fullTen: false, short: false };
  const said = `${chinese(head, spelling)}点${chinese(rest, spelling)}${draw.of(["万", "万块"])}`;
  return one(said, { sum: plainDigits((head * 10 + rest) * 1000) });
};

/** 2万5, 2w5, 3k5, 2万5千, 2万500, 1万零500 */
const mixed: Maker = (draw) => {
  const [head, rest] = [draw.whole(1, 60), draw.whole(1, 9)];
  const [unit, below] = draw.of([
    ["万", "千"],
    ["w", "千"],
    ["W", "k"],
  ] as const);
  const ways: [string, number][] = [
    [`${head}${unit}${rest}`, rest * 1000],
    [`${head}${unit}${rest}${below}`, rest * 1000],
    [`${head}${unit}零${rest * 100}`, rest * 100],
    [`${head}${unit}${rest * 100}`, rest * 100],
    [`${head}${unit}${rest * 1000}`, rest * 1000],
    [`${head}${unit}${rest}百`, rest * 100],
  ];
  const [said, more] = draw.of(ways);
  return one(said + draw.of(["", "块", "元"]), { sum: plainDigits(head * 10_000 + more) });
};

const thousandAndHundreds: Maker = (draw) => {
  const [head, rest] = [draw.whole(1, 9), draw.whole(1, 9)];
  const said = `${head}${draw.of(["k", "千", "K"])}${rest}${draw.of(["", "百"])}`;
  return one(said + draw.of(["", "块"]), { sum: plainDigits(head * 1000 + rest * 100) });
};

/** 五百块零五毛, 12元5角, 三块五, 7块5分, 六百块零八分 */
const withCents: Maker = (draw) => {
  const value = drawnSum(draw);
  const [tenth, cent] = [draw.whole(1, 9), draw.whole(1, 9)];
  const inChinese = draw.chance(50);
  const spelled = (figure: number): string =>
    inChinese ? chinese(figure, { liang: false, fullTen: false, short: false }) : plainDigits(figure);
  const [t, c] = [spelled(tenth), spelled(cent)];
  const head = inChinese ? chinese(value, drawnSpelling(draw)) : plainDigits(value);
  const [mao, kuai] = [draw.of(["毛", "角"]), draw.of(["块", "元"])];
  const ways: [string, number][] = [
    [`${t}${mao}`, tenth * 10],
    [`零${t}${mao}`, tenth * 10],
    [t, tenth * 10],
    [`${c}分`, cent],
    [`零${c}分`, cent],
    [`${t}${mao}${c}`, tenth * 10 + cent],
    [`${t}${mao}${c}分`, tenth * 10 + cent],
  ];
  const [rest, cents] = draw.of(ways);
  return one(`${head}${kuai}${rest}`, { sum: (value + cents / 100).toFixed(2) });
};

/** 廿五, 卅九万, 卌五块: tens in one sign. */
const tensInOneSign: Maker = (draw) => {
  const [sign, tens] = draw.of([
    ["廿", 20],
    ["卅", 30],
    ["卌", 40],
  ] as const);
  const ones = draw.whole(0, 9);
  const [unit, size] = draw.of([
    ["万", 10_000],
    ["块", 1],
    ["块钱", 1],
    ["万元", 10_000],
  ] as const);
  const said = `${sign}${ones === 0 ? "" : chinese(ones, { liang: false, fullTen: false, short: false })}${unit}`;
  return one(said, { sum: plainDigits((tens + ones) * size) });
};

/** 一万五千亿: a section before 亿 may itself count 万. */
const beyondAll: Maker = (draw) => {
  const value = draw.of([draw.whole(1, 99) * 100, draw.whole(10_001, 90_000), draw.whole(1, 9) * 11_000]);
  const spelling = drawnSpelling(draw);
  return one(`${chinese(value, { ...spelling, short: false })}亿${draw.of(["", "元"])}`, {
    sum: (BigInt(value) * 100_000_000n).toString(),
  });
};

/** 一个亿, 两个w, 3个达不溜 aside */
const counted: Maker = (draw) => {
  const [unit, size] = draw.of([
    ["亿", 1e8],
    ["万", 1e4],
    ["w", 1e4],
    ["千", 1e3],
  ] as const);
  const count = draw.whole(1, 9);
  const said = draw.chance(50)
    ? plainDigits(count)
    : chinese(count, { liang: true, fullTen: false, short: false }).replace(/^二$/, "两");
  return one(`${said}个${unit}${draw.of(["", "块"])}`, { sum: plainDigits(count * size) });
};

export const chineseSums: Record<string, Maker> = {
  "a Chinese numeral": inWords,
  "a numeral as on cheques": onCheques,
  "Arabic figures": inFigures,
  "Arabic figures in fours": inFours,
  "a decimal with a unit": decimalUnits,
  "a spoken decimal": spokenPoint,
  "figures and characters mixed": mixed,
  "thousands and hundreds, mixed": thousandAndHundreds,
  "yuan, jiao and fen": withCents,
  "tens in one sign": tensInOneSign,
  "more than there is": beyondAll,
  "a counted unit": counted,
};

/** A sum in a sentence that borrows or repays it. */
export const spoken = (draw: Draw, said: string): string =>
  draw.of([
    said,
    `借${said}`,
    `想借${said}`,
    `我要还${said}`,
    `帮我申请${said}吧`,
    `${said},谢谢`,
    `先来${said}应急`,
  ]);
