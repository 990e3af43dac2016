import type { Message, Update, User } from "@grammyjs/types";
import { describe, expect, it } from "vitest";
import { readUpdate } from "../../../bot/channels/telegram/read-update.ts";

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
    [{ sticker: { file_id: "1" } }, "sticker"],
    [{ animation: {}, document: {} }, "sticker"],
    [{ dice: {} }, "sticker"],
    [{ photo: [] }, "picture"],
    [{ photo: [], caption: "" }, "picture"],
    [{ voice: {} }, "voice"],
    [{ audio: {} }, "voice"],
    [{ video_note: {} }, "video"],
    [{ document: {} }, "file"],
    [{ location: {} }, "other"],
    [{ contact: {} }, "other"],
  ])("without words is told for what it is: %j", (content, of) => {
    expect(readUpdate(message(content as Partial<Message>))).toEqual({
      kind: "inbound",
      inbound: { ...base, messageId: "m31", kind: "unreadable", of },
    });
  });

  it.each([
    [
      { photo: [], caption: "借20000" },
      { kind: "text", text: "借20000" },
    ],
    [
      { document: {}, caption: "/repay" },
      { kind: "command", name: "repay" },
    ],
    [
      { voice: {}, caption: "my limit?" },
      { kind: "text", text: "my limit?" },
    ],
  ])("is read by its caption: %j", (content, said) => {
    expect(readUpdate(message(content as Partial<Message>))).toEqual({
      kind: "inbound",
      inbound: { ...base, messageId: "m31", ...said },
    });
  });

  const origins = [
    { type: "user", sender_user: { id: 9, is_bot: false, first_name: "Bo" } },
    { type: "hidden_user", sender_user_name: "Bo" },
    { type: "chat", sender_chat: { id: -1, type: "group", title: "Us" } },
    { type: "channel", chat: { id: -2, type: "channel", title: "News" }, message_id: 1 },
  ];
  const forwarded = origins.map((origin) => ({ forward_origin: { ...origin, date: 1 } }));
  const bot = { id: 5, is_bot: true, first_name: "Inline" };
  const before2024 = [
    { forward_from: { id: 9, is_bot: false, first_name: "Bo" }, forward_date: 1 },
    { forward_sender_name: "Bo", forward_date: 1 },
  ];
  const relayed = [
    ...forwarded,
    ...before2024,
    ...[{ via_bot: bot }, { sender_business_bot: bot }, { is_automatic_forward: true }],
    { sender_chat: { id: -2, type: "channel", title: "News" } },
  ];
  const others = relayed.flatMap((from) =>
    [{ text: "同意" }, { text: "/repay" }, { photo: [], caption: "确认借款" }, { voice: {} }].map(
      (content) => ({
        ...content,
        ...from,
      }),
    ),
  );
  it.each(others)("that another has written is nobody's word: %j", (content) => {
    expect(readUpdate(message(content as Partial<Message>))).toEqual({
      kind: "inbound",
      inbound: { ...base, messageId: "m31", kind: "unreadable", of: "forwarded" },
    });
  });

  it("of an album has the album's id, so that all its pictures are one message", () => {
    const album = { photo: [], media_group_id: "77" } as Partial<Message>;
    const ids = [31, 32, 33].map((message_id) => readUpdate(message({ ...album, message_id })));
    expect(ids).toEqual(
      Array(3).fill({
        kind: "inbound",
        inbound: { ...base, messageId: "g77", kind: "unreadable", of: "picture" },
      }),
    );
  });

  it("in a topic is answered there; a thread of replies is no topic", () => {
    const said = { text: "你好", message_thread_id: 77 };
    expect(readUpdate(message({ ...said, is_topic_message: true }))).toMatchObject({
      inbound: { thread: "77" },
    });
    expect(readUpdate(message(said))).not.toHaveProperty("inbound.thread");
  });

  it.each([{ unique_gift: {} }, { gift: {} }, { boost_added: {} }, { new_kind_of_2030: {} }, {}])(
    "that no person sends is passed over: %j",
    (content) => {
      expect(readUpdate(message(content as Partial<Message>)).kind).toBe("ignored");
    },
  );

  it("that is empty is passed over", () => {
    expect(readUpdate({ update_id: 1, message: {} } as Update).kind).toBe("ignored");
    expect(readUpdate({ update_id: 1, edited_message: {} } as Update).kind).toBe("ignored");
  });

  it.each([
    ["itself", { message_id: undefined }],
    ["a chat", { chat: { type: "private" } }],
    ["a sender", { from: { is_bot: false, first_name: "Lin" } }],
    ["a whole number", { message_id: 1.5 }],
  ])("without the id of %s is passed over, and never taken for a repeat", (_, content) => {
    expect(readUpdate(message({ text: "hi", ...content } as Partial<Message>)).kind).toBe("ignored");
  });

  it.each([5, {}, null, ["hi"]])("whose text is no text is passed over: %j", (text) => {
    expect(readUpdate(message({ text } as unknown as Partial<Message>)).kind).toBe("ignored");
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

  it("is not acted upon either when its caption was edited", () => {
    expect(readUpdate(edited({ photo: [], caption: "5000" }))).toEqual({ kind: "edited" });
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

  it("in a topic is answered there", () => {
    const message = { ...menu, date: 1, is_topic_message: true, message_thread_id: 77 };
    expect(readUpdate(press({ data: "1|help|", message }))).toMatchObject({ inbound: { thread: "77" } });
  });

  it.each([
    { data: "1|help|" },
    { message: menu },
    { data: "1|help|", message: {} },
    { data: "1|help|", message: menu, from: undefined },
    { data: "1|help|", message: { chat } },
  ])("without message, data or ids is passed over: %j", (content) => {
    expect(readUpdate(press(content)).kind).toBe("ignored");
  });
});
