/** One-time codes, passwords and addresses, in a folded text: told by the words around them. */
import type { SecretKind } from "../../machines/message-kinds.ts";
import type { Found } from "./find-numbers.ts";

/** Between the word and what it names: a sum wanted, a question or a new sentence begins something else. */
const otherwise =
  "借|贷|分期|还款?|尾号|末|要(?!填|输|发)|想|打算|没|不到|什么|怎么|多少|borrow|loan|need|want|pay|how|when|not |n't";
const upTo = (others: string): string => `(?:(?!\\d|${others})[^\\n。！!?？;；]){0,24}?`;
const between = upTo(otherwise);
const code = "(?<![\\d.¥])\\d(?:[ -]{0,2}\\d){3,7}(?![\\d.]\\d|\\d| ?(?:元|块|万|千|期|天|年|月|yuan|rmb))";

const codeWords =
  "验证码|驗證碼|校验码|动态(?:码|口令|密码)|短信码|认证码|确认码|激活码|授权码|识别码|安全码|(?<![a-z])(?:otp|cvv2?|cvc|pin|passcode|(?:one[- ]time|verification|security|sms|login|confirmation|auth\\w*)? ?code)(?![a-z])";

/** A code that is not called one: six digits that a text message brought, or that are told as digits. */
const codeBrought =
  "(?:短信|简讯|手机)(?:里|上|给我|那边|刚才?|又|我|也|才)*(?:收到|发来|发给我|发过来|发了|来了|传来|显示|说|写)|" +
  "(?:收到|发来|发给我|看到)(?:了|的|那|这|一)*(?:串|个|几个)?(?:数字|号码)|(?<!\\d)6(?:位|个)(?:数字?|号码)|" +
  "(?<![a-z])(?:texted me|sms|text message|texts?(?= (?:me|says?|said))|(?:six|6)[- ]?digits?|(?:digits|number)(?= (?:they|you|it) (?:sent|texted)))(?![a-z])";
/** What a text message tells the sum of. */
const sums = "额|金|账|帐|钱|薪|资|余|限|尾|[¥$]|limit|balance|amount|rmb|cny|salary|owe|due|total|bill|code";
/** Sums come round. */
const sixDigits =
  "(?!\\d+000(?!\\d))" +
  "(?<![\\d.¥])\\d(?:[ -]{0,2}\\d){5}(?![\\d.]\\d|\\d| ?(?:元|块|万|千|期|天|年|月|yuan|rmb))";

const patterns: readonly (readonly [SecretKind, RegExp])[] = [
  ["email", /(?<secret>[a-z0-9][\w.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+)/g],
  ["code", new RegExp(`(?:${codeWords})${between}(?<secret>${code})`, "g")],
  [
    "code",
    new RegExp(
      `(?<secret>${code})[ "”’)】，,]*(?:(?:这|那)?(?:个|就)?是|为)?(?:我|刚|收到|发来|短信|手机|的| ){0,8}(?:验证码|校验码|动态码|is (?:the|my) (?:\\w+ )?(?:code|otp|pin))`,
      "g",
    ),
  ],
  ["code", new RegExp(`(?:${codeBrought})${upTo(`${otherwise}|${sums}`)}(?<secret>${sixDigits})`, "g")],
  ["code", new RegExp(`(?:安全码|(?<![a-z])cv[vc]2?(?![a-z]))${between}(?<secret>\\d{3})(?!\\d)`, "g")],
  [
    "password",
    /(?:密码|口令|(?<![a-z])(?:password|passwd|pwd|pass ?phrase)(?![a-z]))(?:是|就|为|:|=|改|设|换|成|置|叫|了|的|我|也|等于|is|was|to|it's| |,|，|["“”「'])*(?<secret>[\x21-\x7e]{3,40})/g,
  ],
  [
    "account-name",
    /(?<![a-z])(?:qq|微信|wechat|weixin|vx|wx)(?:号码?|账号|id| id| number)(?:是|为|:|=|is| ){0,4}(?<secret>[a-z\d][\w-]{4,24})/g,
  ],
  [
    "document",
    /(?:护照|通行证|回乡证|台胞证|居留证|军官证|passport|permit)(?:号码?|number|no\.?|是|为|:|=|is|my| ){0,5}(?<secret>[a-z]{1,2}[ -]?\d{7,10}|\d{8,10})(?!\d)/g,
  ],
];

/** Words that follow "my password is" and are none. */
const noPassword =
  /^(?:wrong|incorrect|correct|not|lost|forgotten|required|needed|necessary|safe|secure|expired|invalid|locked|blocked|reset|changed|strong|weak|too|very|so|what|where|never|always|stored|kept|shared|gone|stolen|leaked|good|bad|the|that|this|for|from|with|please|again|here|asked|being|only|really|known|hard|easy|and|but|because|someone|somebody|something|in|on|at|ok|it|i|my|your|a|an|to|of|or|if|no)(?![a-z\d])/;

const isPassword = (secret: string): boolean => !noPassword.test(secret) && /[a-z\d]/.test(secret);

export function findWords(plain: string): Found[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const secret = match.groups?.["secret"] ?? "";
      if (kind === "password" && !isPassword(secret)) return [];
      if (kind === "code" && isDay(secret)) return [];
      const start = match.index + match[0].indexOf(secret, kind === "email" ? 0 : leadOf(match[0], secret));
      return [{ kind, start, end: start + secret.length }];
    }),
  );
}

/** A secret that repeats what stands before it is the later one. */
const leadOf = (whole: string, secret: string): number =>
  whole.endsWith(secret) ? whole.length - secret.length : 0;

const isDay = (secret: string): boolean => /^(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-?\d{0,2}$/.test(secret);
