/** Whole numbers as Chinese says and writes them, after the grammar: sections of four places under 亿 and 万. */
import type { Draw } from "./draw.ts";

const figures = "零一二三四五六七八九";
const places = ["", "十", "百", "千"];

export interface Spelling {
  /** 两 before 百, 千, 万, 亿. */
  liang: boolean;
  /** 一十 rather than 十 where a section begins with it. */
  fullTen: boolean;
  /** 两万五 for 25000: the last unit is left out where it is the next smaller one. */
  short: boolean;
}

const digit = (at: number): string => figures.charAt(at);

/** One to 9999, each zero within said once. */
function section(value: number): string {
  let said = "";
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const at = Math.floor(value / 10 ** place) % 10;
    if (at === 0) {
      gap = said !== "";
      continue;
    }
    said += `${gap ? "零" : ""}${digit(at)}${places[place]}`;
    gap = false;
  }
  return said;
}

/** 20500 as 两万零五百; below 10^12. */
function inFull(value: number): string {
  const parts: [number, string][] = [
    [Math.floor(value / 1e8), "亿"],
    [Math.floor(value / 1e4) % 1e4, "万"],
    [value % 1e4, ""],
  ];
  let said = "";
  let gap = false;
  for (const [part, unit] of parts) {
    if (part === 0) {
      gap = said !== "";
      continue;
    }
    // A section short of its thousands is led by a zero, and so is one after a section of zeros.
    said += `${said !== "" && (gap || part < 1000) ? "零" : ""}${section(part)}${unit}`;
    gap = false;
  }
  return said;
}

const smaller: Record<string, string> = { 百: "十", 千: "百", 万: "千", 亿: "千万" };

/** 两万五千 is 两万五, 一百五十 is 一百五; where nothing can be left out, the same. */
function shortened(said: string): string {
  const last = /([百千万亿])([一二三四五六七八九])([十百千])$/.exec(said);
  return last && smaller[last[1] ?? ""] === last[3] ? said.slice(0, -1) : said;
}

export function chinese(value: number, { liang, fullTen, short }: Spelling): string {
  let said = short ? shortened(inFull(value)) : inFull(value);
  if (!fullTen) said = said.replace(/^一十/, "十");
  return liang ? said.replace(/(?<![十百千])二(?=[百千万亿])/g, "两") : said;
}

export const drawnSpelling = (draw: Draw): Spelling => ({
  ...{ liang: draw.chance(80), fullTen: draw.chance(10), short: draw.chance(40) },
});

/** As cheques and contracts write it. */
const financial: Record<string, string> = {
  ...{ 零: "零", 一: "壹", 二: "贰", 两: "贰", 三: "叁", 四: "肆", 五: "伍", 六: "陆", 七: "柒", 八: "捌" },
  ...{ 九: "玖", 十: "拾", 百: "佰", 千: "仟", 万: "万", 亿: "亿" },
};
/** The same in traditional characters, and plain ones. */
const traditional: Record<string, string> = {
  万: "萬",
  亿: "億",
  两: "兩",
  贰: "貳",
  叁: "參",
  陆: "陸",
  块: "塊",
  个: "個",
};

const replaced = (said: string, by: Record<string, string>): string =>
  [...said].map((one) => by[one] ?? one).join("");

export const asOnCheques = (said: string): string => replaced(said, financial);
export const inTraditional = (said: string): string => replaced(said, traditional);
/** ２００００ */
export const fullWidth = (said: string): string =>
  said.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Sums as people ask for them, most of them round. */
export function drawnSum(draw: Draw): number {
  const round = draw.of([1, 10, 100, 100, 100, 1000, 1000, 1000, 10_000]);
  const most = draw.of([100, 1000, 10_000, 100_000, 1_000_000, 100_000_000]);
  return Math.max(1, draw.whole(1, Math.max(1, Math.floor(most / round)))) * round;
}
