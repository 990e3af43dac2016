/** Numbers that name a person, in a folded text: told from amounts and dates by how they are made. */
import type { SecretKind } from "../../machines/message-kinds.ts";

/** From `start` up to `end` of the folded text. */
export interface Found {
  kind: SecretKind;
  start: number;
  end: number;
}

/** What may stand between the digits of one number. */
const gap = "[ \\-_.·•/,，]{0,3}";
const digits = (count: string): RegExp =>
  new RegExp(`(?<![\\d.])(?:\\d${gap}){${count}}[\\dx](?![\\dx])`, "g");

/** Where numbers of a person's identity begin: the provinces. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const dayInYear = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
const eighteen = new RegExp(`^\\d{6}(?:18|19|20)\\d\\d${dayInYear}\\d{3}[\\dx]$`);
const fifteen = new RegExp(`^\\d{8}${dayInYear}\\d{3}$`);

/** One mistyped digit leaves it an identity number: the date within it tells, and no amount or date looks alike. */
const isIdNumber = (number: string): boolean =>
  province.test(number) && (eighteen.test(number) || fifteen.test(number));

/** The issuers whose cards are in use here. */
const issuer = /^(?:62|60|4|5[1-5]|2[2-7]|3[04-8]|95|9[0-24-9])/;

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** As it stands on a UnionPay card: with a digit wrong it is one all the same. */
const inBlocks = /^62\d\d(?:\D+\d{4}){3}(?:\D+\d{1,3})?$/;

function isCardNumber(written: string): boolean {
  const number = bareDigits(written);
  return /^\d{13,19}$/.test(number) && issuer.test(number) && (passesLuhn(number) || inBlocks.test(written));
}

/** Sums one after the other, "5000 6000 7000": every group is a round figure. */
const areSums = (written: string): boolean => {
  const groups = written.split(/\D+/).filter(Boolean);
  return groups.length > 1 && groups.every((group) => /0$/.test(group) && group.length > 1);
};
/** "1,234,567,890.00", and days: "2026-02-10". */
const inThousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const aDay = /(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]\d{1,2}/;

const paidBefore = /(?:[¥$]|rmb|cny|jd|借款编号|借[了款]?|贷[了款]?|还[了款]?) ?$/;
const paidAfter = /^ ?(?:元|块|万|千|亿|角|yuan|rmb|cny|円)|^\.\d/;

/** Whether what stands around it makes it an amount, or the number of a loan. */
const isCounted = (plain: string, start: number, end: number): boolean =>
  paidBefore.test(plain.slice(Math.max(0, start - 8), start)) || paidAfter.test(plain.slice(end, end + 5));

const bareDigits = (written: string): string => written.replace(/[^\dx]/g, "");

function search(plain: string, pattern: RegExp): { written: string; start: number; end: number }[] {
  const found = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
    found.push({ written: match[0], start: match.index, end: match.index + match[0].length });
    // The next number may begin within this one: "5000 110101…".
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

const cardLengths = [19, 18, 17, 16, 15, 14, 13];

function idNumbers(plain: string): Found[] {
  return [18, 15]
    .flatMap((length) => search(plain, digits(String(length - 1))))
    .filter(({ written }) => !aDay.test(written) && isIdNumber(bareDigits(written)))
    .map(({ start, end }) => ({ kind: "id-number", start, end }));
}

function cardNumbers(plain: string): Found[] {
  return cardLengths
    .flatMap((length) => search(plain, digits(String(length - 1))))
    .filter(({ written }) => !areSums(written) && !inThousands.test(written) && !aDay.test(written))
    .filter(({ written, start, end }) => isCardNumber(written) && !isCounted(plain, start, end))
    .map(({ start, end }) => ({ kind: "card-number", start, end }));
}

/** Longer than any amount: a card or an account, also where a digit is wrong, or two numbers without a space. */
const endless = /(?<![\d.])\d{16,}x?(?!\d)/g;
const named =
  /(?:卡号|账号|帐号|账户|(?:银行|储蓄|信用|借记)卡|card|account|证件号码?|身份证)[^\d\n。，,;；?？]{0,10}(?<number>(?:\d[ \-_.·]{0,2}){10,24}[\dx])(?!\d)/g;

function longNumbers(plain: string): Found[] {
  const runs = search(plain, endless).filter(({ start, end }) => !isCounted(plain, start, end));
  const spoken = [...plain.matchAll(named)].flatMap((match) => {
    const number = match.groups?.["number"] ?? "";
    const end = match.index + match[0].length;
    return aDay.test(number) ? [] : [{ start: end - number.length, end }];
  });
  return [...runs, ...spoken].map(({ start, end }) => ({ kind: "card-number", start, end }));
}

const mobile = /(?<!\d|\d[.-])(?:(?:\+|00)?86[ -]{0,2})?1[ -]?[3-9](?:[ \-._·]{0,2}\d){9}(?!\d)/g;
const landline = /(?<![\d.])0\d{2,3}[ -]?\d{7,8}(?!\d)/g;
const abroad = /(?<![\d¥$.])\+(?!86)\d(?:[ -]?\d){7,14}(?!\d)/g;
/** With spaces between, as telephone numbers are written; other groups are sums. */
const spaced = /^(?:\d{3} \d{4} \d{4}|\d{3} \d{8}|\d{7} \d{4}|\d{3} \d{3} \d{5}|\d(?: \d){10})$/;

const isMobile = (written: string): boolean => {
  const own = written.replace(/^(?:\+|00)?86[ -]{0,2}/, "").replace(/ +/g, " ");
  return !own.includes(" ") || spaced.test(own);
};

function phones(plain: string): Found[] {
  const mobiles = search(plain, mobile).filter(({ written }) => isMobile(written) && !aDay.test(written));
  const others = [landline, abroad].flatMap((pattern) => search(plain, pattern));
  return [...mobiles, ...others]
    .filter(({ start, end }) => !isCounted(plain, start, end))
    .map(({ start, end }) => ({ kind: "phone", start, end }));
}

export const findNumbers = (plain: string): Found[] =>
  [idNumbers, cardNumbers, longNumbers, phones].flatMap((find) => find(plain));
