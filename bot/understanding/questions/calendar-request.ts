/** The loan calendar, asked for in words: to look at, as a picture, or into the phone's own calendar. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";

const calendar = /日历|calendar|\bics\b/;
const intoPhone =
  /手机|导入|导出|同步|添加|加(?:到|进|入|上)|[存放写记]进|ics|phone|export|import|\badd\b|sync|google|apple|outlook/;
const asPicture =
  /图|照片|截图|[发给]我|发(?:一?[张份个])|存(?:下|到)|picture|image|photo|png|\b(?:send|give) me\b/;

const toLookAt =
  /看|查|打开|\b(?:show|see|view|open|check)\b|^(?:the |my |loan |repayment )*calendar$|^日历$/;

export function readCalendarRequest({ text }: Reading): JourneyEvent | undefined {
  if (!calendar.test(text)) return undefined;
  if (intoPhone.test(text)) return { type: "calendar.file" };
  if (asPicture.test(text)) return { type: "calendar.picture" };
  return toLookAt.test(text) ? { type: "loans.show" } : undefined;
}
