/** What a message comes to that had secrets in it: a warning, and whatever else it says. */
import { isBesides, isMiss, type JourneyEvent } from "../../machines/journey-events.ts";
import type { SecretKind } from "../../machines/message-kinds.ts";
import type { Reading } from "../reading/reading.ts";
import { secretMask } from "../secrets/mask-secrets.ts";

/** Words that only name the secret, or hand it over. */
const handingOver =
  /身份证|证件|银行|储蓄|信用|卡|手机|电话|联系|号码?|账号|验证码|校验码|动态码|密码|口令|邮箱|微信|护照|我的?|你|给|是|为|这个?|收到|发来?|刚才?|已经|了|的|在|填|qq|\b(?:my|the|a|is|it's|its|it|here|here's|this|id|identity|passport|card|bank|phone|mobile|number|no|code|otp|pin|password|e-?mail|address|verification|security|one|time|they|you|sent|me|i|got|received|and|for|of|to)\b/g;

const fewest = { han: 3, words: 2 };

/** Nothing is said beside the secret. */
function onlyHandsOver(reading: Reading): boolean {
  const [said = ""] = reading.part(reading.text.replaceAll(secretMask, " ")).forms;
  const rest = said.replace(handingOver, " ");
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = rest.match(/[a-z\d]+/g)?.length ?? 0;
  return han < fewest.han && words < fewest.words;
}

/** What a language told by the words does. */
const heard = ({ type }: JourneyEvent): boolean => type === "language.set";
/** What nothing could be made of, and what is only besides it. */
const saysNothingOf = (event: JourneyEvent): boolean => heard(event) || isMiss(event) || isBesides(event);

export function withWarning(
  events: readonly JourneyEvent[],
  reading: Reading,
  secrets: readonly SecretKind[],
): JourneyEvent[] {
  const kinds = [...secrets];
  const asksPerson = events.some(({ type }) => type === "person.request");
  const saysNothing = events.every(saysNothingOf);
  if (saysNothing || (onlyHandsOver(reading) && !asksPerson))
    return [...events.filter(heard), { type: "secret.typed", kinds }];
  return [...events, { type: "secret.typed", kinds, besides: true }];
}
