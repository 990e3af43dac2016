import { describe, expect, it } from "vitest";
import { maskSecrets } from "../../bot/secrets/mask-secrets.ts";
import type { SecretKind } from "../../machines/message-kinds.ts";

/** Made up; the check digits are right. */
const id = "310115198805126418";
const shortId = "310115880512641";
const card = "6225880137042611";

const blocks = (digits: string, size: number, between: string): string =>
  (digits.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(between);
const wide = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const han = (digits: string): string =>
  digits.replace(/\d/g, (digit) => "零一二三四五六七八九"[Number(digit)] ?? "");

const typed: readonly (readonly [SecretKind, string])[] = [
  ["id-number", id],
  ["id-number", shortId],
  ["id-number", "51010219751111294X"],
  ["id-number", "身份证51010219751111294x，帮我查"],
  ["card-number", card],
  ["card-number", "5412751234123456"],
  ["card-number", `转到${card}这张卡`],
  ["phone", "18616273849"],
  ["phone", "call me on +86 18616273849"],
  ["phone", "0571-87654321"],
  ["phone", "+44 7911 123456"],
  ["code", "验证码927415"],
  ["code", "我收到的校验码是 9274"],
  ["code", "它发我的动态码：９２７４１５"],
  ["code", "they sent me the code 927 415"],
  ["code", "927415 is my code"],
  ["code", "927415 这是验证码"],
  ["code", "我把验证码告诉他了，是九二七四一五"],
  ["code", "073915"],
  ["code", "短信里收到的是 4 8 2 9 1 3"],
  ["code", "刚收到的六位数是739201，填哪里"],
  ["code", "手机上收到 739-201 这串"],
  ["code", "他让我念收到的数字：482913"],
  ["code", "they texted me 739201"],
  ["code", "the six digits are 739 201"],
  ["password", "支付密码是927415"],
  ["password", "密码：Haihe_2024!"],
  ["password", "the password is Haihe2024"],
  ["password", "登录密码改成了haihe99"],
  ["email", "li.lei+loan@mail.example.org"],
  ["email", "ｌｉｌｅｉ＠ｅｘａｍｐｌｅ．ｏｒｇ"],
  ["account-name", "加我微信号haihe_2024"],
  ["document", "护照号E20394857"],
];

const written = [id, shortId, card, "18616273849"].flatMap((number) => [
  blocks(number, 4, "-"),
  blocks(number, 1, " "),
  blocks(number, 4, "\u200b"),
  blocks(number, 6, "\u00ad"),
  wide(number),
  han(number),
  number.replace(/\d/g, "$&\ufe0f\u20e3"),
]);
written.push(blocks(card, 4, " "), blocks(id, 6, " "), "186 1627 3849");

const kept = [
  "借20000分10期",
  "123456",
  "927415",
  "借927415",
  "还927415.50元",
  "3千",
  "12,345,678.90",
  "¥9274151234567",
  "借99999999999",
  "借18616273849",
  "18616273849元",
  "JD10000001",
  "借款JD10000001、JD10000002各还多少",
  "2026-02-10",
  "20260210",
  "2026年2月10日",
  "2026-02-10 2026-03-10 2026-04-10",
  "从2026.02.10到2027.02.10",
  "5000 6000 7000 8000",
  "52300 41200 55000 68000",
  "12378是多少",
  "打12356、110还是96110",
  "400-700-8855",
  "0.05%",
  "验证码没收到",
  "验证码什么时候到，我打算借20000",
  "验证码收到了，我要20000分10期",
  "when does the code come, I need 20000",
  "密码忘了怎么办",
  "is my password safe",
  "my password is wrong",
  "一二三期都要还吗",
  "短信说额度123456",
  "短信写着让我还123456",
  "短信里说可以借200000",
  "我要6位数的额度，200000",
  "the sms says my limit is 234567",
  "the text says my loan of 200000 is ready",
  "三千五百",
];

describe("what is masked before anything is made of a message", () => {
  it.each(typed)("%s: %s", (kind, text) => {
    const masked = maskSecrets(text);
    expect(masked.secrets).toContain(kind);
    expect(masked.text).not.toMatch(/\d{4}|[０-９]{3}|[一二三四五六七八九]{3}|haihe|@|＠/i);
  });

  it.each(written)("however it is written: %s", (text) => {
    const masked = maskSecrets(`我的是${text}，能借多少`);
    expect(masked.secrets).toHaveLength(1);
    expect(masked.text).toBe("我的是••••，能借多少");
  });

  it("masks what stands between words only, and each of several", () => {
    expect(maskSecrets(`张三 ${id} 18616273849 借5000`).text).toBe("张三 •••• •••• 借5000");
  });

  it.each([...typed.map(([, text]) => text), ...kept])("masked again it stays the same: %s", (text) => {
    const once = maskSecrets(text).text;
    expect(maskSecrets(once)).toEqual({ text: once, secrets: [] });
  });

  it.each(kept)("an amount, a loan number, a date or a question is left alone: %s", (text) => {
    expect(maskSecrets(text)).toEqual({ text, secrets: [] });
  });
});
