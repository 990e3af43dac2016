import type { Message, Update, User } from "@grammyjs/types";
import { describe, expect, it } from "vitest";
import { readUpdate } from "../../bot/telegram/read-update.ts";

const from: User = { id: 7, is_bot: false, first_name: "Lin", language_code: "zh-hans" };
const chat = { id: 7, type: "private", first_name: "Lin" } as const;
const base = { channel: "telegram", chatId: "7", senderId: "7", languageHint: "zh-hans" } as const;

const message = (content: Partial<Message>): Update =>
  ({ update_id: 1, message: { message_id: 31, from, chat, date: 1, ...content } }) as Update;

const read = (text: string) => {
  const reading = readUpdate(message({ text }));
  if (reading.kind !== "inbound") throw new Error(reading.kind);
  return reading.inbound;
};

describe("a message", () => {
  it("is text, with the ids that make a second delivery recognisable", () => {
    expect(read("我想借20000")).toEqual({ ...base, messageId: "m31", kind: "text", text: "我想借20000" });
  });

  it("without a language has no language hint", () => {
    const { language_code: _, ...unknown } = from;
    const reading = readUpdate(message({ text: "hi", from: unknown }));
    expect(reading).toEqual({
      kind: "inbound",
      inbound: {
        channel: "telegram",
        chatId: "7",
        senderId: "7",
        messageId: "m31",
        kind: "text",
        text: "hi",
      },
    });
  });

  it.each([
    ["/start", { name: "start" }],
    ["/start ref_2026-02", { name: "start", argument: "ref_2026-02" }],
    ["/help@jiedao_bot", { name: "help" }],
    ["/start@jiedao_bot  ref ", { name: "start", argument: "ref" }],
    ["/mydata\n", { name: "mydata" }],
  ])("%j is a command", (text, command) => {
    expect(read(text)).toEqual({ ...base, messageId: "m31", kind: "command", ...command });
  });

  it.each(["/unheard", "/helpme", "/Start", "/", "/constructor", "20/30", " /start"])(
    "%j is text",
    (text) => {
      expect(read(text)).toMatchObject({ kind: "text", text });
    },
  );

  it.each([
    { sticker: { file_id: "1" } },
    { photo: [], caption: "20000" },
    { voice: {} },
    { location: {} },
    { dice: {} },
  ])("of a kind that cannot be read is told as such: %j", (content) => {
    expect(readUpdate(message(content as Partial<Message>))).toEqual({
      kind: "inbound",
      inbound: { ...base, messageId: "m31", kind: "unreadable" },
    });
  });

  it("that Telegram wrote itself is passed over", () => {
    expect(
      readUpdate(message({ message_auto_delete_timer_changed: { message_auto_delete_time: 1 } })),
    ).toEqual({
      kind: "ignored",
      reason: "a service message: message_auto_delete_timer_changed",
    });
  });

  it("of a bot is passed over", () => {
    expect(readUpdate(message({ text: "hi", from: { ...from, is_bot: true } })).kind).toBe("ignored");
  });

  it("in a group is not read", () => {
    expect(readUpdate(message({ text: "hi", chat: { id: -5, type: "group", title: "Us" } }))).toEqual({
      kind: "group",
    });
  });
});

describe("an edited message", () => {
  const edited = (content: Partial<Message>): Update =>
    ({
      update_id: 1,
      edited_message: { message_id: 31, from, chat, date: 1, edit_date: 2, ...content },
    }) as Update;

  it("is not acted upon, whatever it says now", () => {
    expect(readUpdate(edited({ text: "5000" }))).toEqual({ kind: "edited" });
  });

  it("without text is passed over: a moving location is edited every few seconds", () => {
    expect(readUpdate(edited({ location: { latitude: 1, longitude: 1 } })).kind).toBe("ignored");
  });
});

describe("a press", () => {
  const press = (content: object): Update =>
    ({ update_id: 1, callback_query: { id: "900", from, chat_instance: "1", ...content } }) as Update;
  const menu = { message_id: 30, chat, date: 0 };

  it("carries the button's id and the message it stood on", () => {
    expect(readUpdate(press({ data: "1|help|", message: menu }))).toEqual({
      kind: "inbound",
      inbound: { ...base, messageId: "c900", kind: "button", buttonId: "1|help|", menuRef: "30" },
    });
  });

  it("names who pressed, which may be another than whose chat it is", () => {
    const reading = readUpdate(press({ data: "1|help|", message: { ...menu, chat: { ...chat, id: 8 } } }));
    expect(reading).toMatchObject({ inbound: { chatId: "8", senderId: "7" } });
  });

  it.each([{ data: "1|help|" }, { message: menu }])("without message or data is passed over", (content) => {
    expect(readUpdate(press(content)).kind).toBe("ignored");
  });
});
