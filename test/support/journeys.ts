/** Ways to the places where tests begin. */
import { journeyPath } from "../../bot/views/journey-path.ts";
import { findConversation } from "../../db/conversation/conversations.ts";
import { openSnapshot } from "../../machines/snapshots.ts";
import type { Conversation } from "./conversation.ts";
import type { TestAssistant } from "./test-assistant.ts";

export const SIGN = "确认借款 ¥10,000.00，分5期";
export const PAY_FIRST = "确认还款 ¥2,145.00";

const ways: [place: string, lines: string[]][] = [
  ["welcomed", ["你好", "同意并继续"]],
  ["quoted", ["借10000，分5期，等额本金，日常消费", "开始实名核验", "授权查询征信"]],
  ["signing", ["同意报价", "同意合同，去刷脸"]],
  ["borrowed", [SIGN, "提前3天"]],
  ["repaying", ["还款", "还本期 ¥2,145.00", "零钱"]],
];
export type Place = "welcomed" | "quoted" | "signing" | "borrowed" | "repaying";

/** Leads a conversation there by what a borrower would type: a line equal to a button's label presses it. */
export async function bringTo(conversation: Conversation, place: Place): Promise<void> {
  for (const [reached, lines] of ways) {
    for (const line of lines) await conversation.say(line);
    if (reached === place) return;
  }
}

/** "quoting.reviewing", as Postgres has it. */
export async function placeOf({ jobs }: TestAssistant, { chatId }: Conversation): Promise<string> {
  const row = await findConversation(jobs.database.orm, { channel: "terminal", chatId });
  return journeyPath(openSnapshot(row?.snapshot).value);
}

export async function sequenceOf({ jobs }: TestAssistant, { chatId }: Conversation): Promise<number> {
  return (await findConversation(jobs.database.orm, { channel: "terminal", chatId }))?.seq ?? 0;
}
