/** The calendar's file asked for in a conversation before and after repayments, read by ical.js, Mozilla's parser. */
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderMedium } from "../../bot/media/render-medium.ts";
import type { Database } from "../../db/connection/connection.ts";
import { type Conversation, openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { bringTo } from "../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

let database: Database;
let system: TestAssistant;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
});
afterAll(() => database.close());

interface DueEvent {
  uid: string;
  sequence: number;
  date: string;
  summary: string;
  cancelled: boolean;
}

async function askForFile(conversation: Conversation, words: string): Promise<DueEvent[]> {
  const replies = await conversation.say(words);
  const reply = replies.find(({ media = [] }) => media.some(({ kind }) => kind === "file"));
  const medium = reply?.media?.find(({ kind }) => kind === "file");
  if (!reply || !medium) throw new Error(`no file: ${replies.map(({ text }) => text).join("\n")}`);
  const text = new TextDecoder().decode(await renderMedium(medium, reply.locale));
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((component) => {
    const { uid, sequence, startDate, summary } = new ICAL.Event(component);
    const cancelled = component.getFirstPropertyValue("status") === "CANCELLED";
    return { uid, sequence, date: startDate.toString(), summary, cancelled };
  });
}

/** What a phone has that was given one file after the other: RFC 5546, the higher sequence of a UID replaces. */
function importedInto(phone: DueEvent[], file: readonly DueEvent[]): DueEvent[] {
  const newer = file.filter(
    ({ uid, sequence }) => !phone.some((one) => one.uid === uid && one.sequence >= sequence),
  );
  return [...phone.filter(({ uid }) => !newer.some((one) => one.uid === uid)), ...newer];
}

const shown = (phone: readonly DueEvent[]): string[] =>
  phone
    .filter(({ cancelled }) => !cancelled)
    .map(({ date, summary }) => `${date} ${summary}`)
    .toSorted();

async function borrower(): Promise<Conversation> {
  const conversation = openConversation(system);
  await bringTo(conversation, "borrowed");
  return conversation;
}

async function repay(conversation: Conversation, ...lines: string[]): Promise<void> {
  for (const line of lines) await conversation.say(line);
  const confirm = conversation.replies.at(-1)?.buttons.flat()[0]?.label ?? "";
  expect(confirm).toMatch(/^确认还款/);
  const told = await conversation.say(confirm);
  expect(told.at(-1)?.text).toContain("还款成功");
}

describe("the file asked for again", () => {
  it("after paying off, half a minute later, takes every due date out of the phone", async () => {
    const conversation = await borrower();
    const before = await askForFile(conversation, "加到手机日历");
    expect(before.map(({ cancelled }) => cancelled)).toEqual([false, false, false, false, false]);
    await conversation.moveTo("2016-02-10T10:00:30+08:00");
    await repay(conversation, "还款", "全部还清", "零钱");
    const after = await askForFile(conversation, "把还款日历导入手机");
    expect(after.every(({ cancelled }) => cancelled)).toBe(true);
    expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
    expect(shown(importedInto(before, after))).toEqual([]);
  });

  it("in English too", async () => {
    const conversation = await borrower();
    const before = await askForFile(conversation, "加到手机日历");
    await conversation.moveTo("2016-02-20T10:00:00+08:00");
    await repay(conversation, "还款", "全部还清", "零钱");
    await conversation.command("language", "en");
    const after = await askForFile(conversation, "add it to my phone's calendar");
    expect(shown(importedInto(before, after))).toEqual([]);
    expect(after).toHaveLength(5);
  });

  it("after a prepayment has the amounts as they are now", async () => {
    const conversation = await borrower();
    const before = await askForFile(conversation, "加到手机日历");
    await conversation.moveTo("2016-02-20T10:00:00+08:00");
    await repay(conversation, "还款", "还一部分", "1000", "零钱");
    const phone = importedInto(before, await askForFile(conversation, "加到手机日历"));
    // 50.00 of interest to that day, so 950.00 off the principal: 9,050.00, of which a fifth is 1,810.00 a month.
    // First 1,810 + 9,050 x 0.0005 x 19 days, then 31 days of 7,240.00, 30 of 5,430.00 and so on.
    expect(shown(phone)).toEqual([
      "2016-03-10 借道还款 ¥1,895.98",
      "2016-04-10 借道还款 ¥1,922.22",
      "2016-05-10 借道还款 ¥1,891.45",
      "2016-06-10 借道还款 ¥1,866.11",
      "2016-07-10 借道还款 ¥1,837.15",
    ]);
  });
});
