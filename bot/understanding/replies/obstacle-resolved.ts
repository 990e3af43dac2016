/** "绑好了", "I've added my card": what stood in the way is set right, and is looked at again. */
import { lacksCard } from "../../../machines/journey/applications.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";

const done =
  /(?:绑定?|添加?|加|办|弄|搞|处理|准备|实名|认证|更新)(?:一?张)?(?:银行|新)?(?:卡|证件|身份证)?(?:好|上|完|过|成功|了)|已经?(?:绑定?|添加|处理|实名|认证)|卡.{0,4}(?:好|上|有)了|\b(?:added|bound|linked|connected|registered|verified|renewed|fixed|done|sorted)\b|\bset up\b/;
const notYet =
  /[没不未怎别]|还在|等|再说|明天|一会|\b(?:not|no|how|can|cannot|will|where|when|later|tomorrow)\b|n't/;
/** Absent where nothing stands in the way, or it still does. */
export function readObstacleResolved(
  reading: Reading,
  { path, context }: Situation,
): JourneyEvent | undefined {
  const { text } = reading;
  if (!done.test(text) || notYet.test(text) || reading.asks) return undefined;
  if (path === "checkingEligibility.identityRefused") return { type: "retry" };
  if (!lacksCard(context)) return undefined;
  if (path === "checkingEligibility.refused") return { type: "retry" };
  return path === "idle" ? { type: "borrow" } : undefined;
}
