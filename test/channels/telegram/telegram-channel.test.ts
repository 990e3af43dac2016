import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../../bot/channels/channel.ts";
import { telegramApi } from "../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../bot/channels/telegram/telegram-channel.ts";
import { silentLog } from "../../../bot/log/log.ts";
import type { Medium, Outbound } from "../../../bot/messages.ts";
import { contentOf, fileMedium, pictureMedium, published } from "../../media/contents.ts";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import { badGateway, tooManyRequests } from "../../support/bot-api/failures.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { menu } from "./support/echo-assistant.ts";

let botApi: BotApi;
let channel: TelegramChannel;
let lin: TestUser;

beforeEach(async () => {
  botApi = await startBotApi();
  channel = new TelegramChannel(telegramApi(botApi));
  lin = botApi.user({ id: 11, firstName: "Lin" });
  lin.says("/start");
});
afterEach(() => botApi.close());

const delivery = (outbound: Outbound, replaces?: string, chatId = "11"): Delivery => ({
  outboxId: "o1",
  conversationId: "c1",
  address: { channel: "telegram", chatId },
  outbound,
  ...(replaces === undefined ? {} : { replaces }),
});

const deliver = (outbound: Outbound, replaces?: string) => channel.deliver(delivery(outbound, replaces));

describe("a reply", () => {
  it("is shown with its buttons, in their rows", async () => {
    const outbound = menu("How long?", "5", "10");
    outbound.buttons.push([{ label: "Back", id: "1|back|" }]);
    const result = await deliver(outbound);
    const [shown] = lin.messages();
    expect(result).toEqual({ outcome: "sent", ref: String(shown?.id) });
    expect(shown?.text).toBe("How long?");
    expect(shown?.keyboard.map((row) => row.map(({ text }) => text))).toEqual([["5", "10"], ["Back"]]);
  });

  it("has its card in fixed width", async () => {
    const card = { title: "Plan", facts: [], columns: ["No.", "Payment"], rows: [["1", "2,145.00"]] };
    await deliver({ ...menu("Quote"), card });
    expect(lin.messages()[0]?.fixedWidth).toEqual(["Plan\n\nNo.   Payment\n---  --------\n  1  2,145.00"]);
  });

  it("too long for one message carries its buttons under the last part, whose reference it is", async () => {
    const rows = Array.from({ length: 150 }, (_, index) => [String(index + 1), "x".repeat(60)]);
    const card = { title: "Plan", facts: [], columns: ["No.", "Payment"], rows };
    const result = await deliver({ ...menu("Quote", "Agree"), card });
    const shown = lin.messages();
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.map(({ keyboard }) => keyboard.flat().length)).toEqual([...shown.slice(1).map(() => 0), 1]);
    expect(result).toEqual({ outcome: "sent", ref: String(shown.at(-1)?.id) });
  });
});

describe("a reply in place of a menu", () => {
  const shownMenu = async (): Promise<string> => {
    const result = await deliver(menu("Choose", "red"));
    return result.outcome === "sent" ? (result.ref ?? "") : "";
  };

  it("edits it", async () => {
    const ref = await shownMenu();
    expect(await deliver(menu("Next", "blue"), ref)).toEqual({ outcome: "sent", ref });
    expect(lin.messages().map(({ text, edited }) => ({ text, edited }))).toEqual([
      { text: "Next", edited: true },
    ]);
  });

  it("that it equals already counts as shown", async () => {
    const ref = await shownMenu();
    expect(await deliver(menu("Choose", "red"), ref)).toEqual({ outcome: "sent", ref });
    expect(lin.messages()).toHaveLength(1);
  });

  it("that was deleted is sent anew", async () => {
    const ref = await shownMenu();
    lin.deletes(Number(ref));
    await deliver(menu("Next"), ref);
    expect(lin.messages().map(({ text }) => text)).toEqual(["Next"]);
  });

  it("that can no longer be edited is sent anew", async () => {
    const ref = await shownMenu();
    lin.freezes(Number(ref));
    await deliver(menu("Next"), ref);
    expect(lin.messages().map(({ text }) => text)).toEqual(["Choose", "Next"]);
  });

  it("is sent anew when it takes several messages", async () => {
    const ref = await shownMenu();
    await deliver(menu("z".repeat(5000)), ref);
    expect(lin.messages().map(({ text }) => text.length)).toEqual([6, 4096, 904]);
  });
});

describe("a reply with a picture or a file", () => {
  const calendar = contentOf([published], "2016-02-10");
  const picture = pictureMedium(calendar, "en");
  const withMedia = (text: string, ...media: Medium[]): Outbound => ({ ...menu(text, "Back"), media });

  it("is one message: the picture, the text as its caption, the buttons below", async () => {
    const result = await deliver(withMedia("A < B", picture));
    const [shown, ...rest] = lin.messages();
    expect(rest).toEqual([]);
    expect(result).toEqual({ outcome: "sent", ref: String(shown?.id) });
    expect(shown).toMatchObject({
      text: "A < B",
      photo: { name: "calendar.png", width: 1080, height: "height" in picture && picture.height },
      keyboard: [[{ text: "Back" }]],
    });
  });

  it("brings the file as it is, under its name", async () => {
    await deliver(withMedia("Here", fileMedium(calendar)));
    const { name, bytes } = lin.messages()[0]?.document ?? {};
    expect(name).toBe("calendar.ics");
    expect(new TextDecoder().decode(bytes)).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR/);
  });

  it("too long for a caption comes first, the picture last, in words and with the buttons", async () => {
    const result = await deliver(withMedia("y".repeat(1025), picture));
    const [text, photo] = lin.messages();
    expect([text?.text.length, text?.photo, text?.keyboard]).toEqual([1025, undefined, []]);
    expect([photo?.text, photo?.keyboard.flat().length]).toEqual(["the calendar, in words", 1]);
    expect(result).toEqual({ outcome: "sent", ref: String(photo?.id) });
  });

  it("takes no menu's place, and no menu takes its own", async () => {
    const sent = await deliver(menu("Choose"));
    const ref = sent.outcome === "sent" ? (sent.ref ?? "") : "";
    const shown = await deliver(withMedia("Here", picture), ref);
    await deliver(menu("Next"), shown.outcome === "sent" ? shown.ref : undefined);
    expect(lin.messages().map(({ text }) => text)).toEqual(["Choose", "Here", "Next"]);
  });

  it("that has to wait comes again with the very same picture", async () => {
    botApi.refuseNext("sendPhoto", badGateway());
    expect(await deliver(withMedia("Here", picture))).toMatchObject({ outcome: "later", shown: "unknown" });
    await deliver(withMedia("Here", picture));
    await deliver(withMedia("Here", picture));
    const [one, other] = lin.messages().map(({ photo }) => Buffer.from(photo?.bytes ?? []));
    expect(one?.length).toBeGreaterThan(10_000);
    expect(other?.equals(one ?? Buffer.of())).toBe(true);
  });

  it("that cannot be made is told in words, and logged", async () => {
    const faults: string[] = [];
    const log = { ...silentLog, error: (_: object, message: string) => void faults.push(message) };
    const broken = { ...picture, calendar: { ...calendar, at: "no time" } };
    await new TelegramChannel(telegramApi(botApi), log).deliver(delivery(withMedia("Here", broken)));
    expect(lin.messages().map(({ text }) => text)).toEqual(["Here\n\nthe calendar, in words"]);
    expect(faults).toEqual(["a file was not made"]);
  });
});

describe("nobody will read it", () => {
  it("when the person has blocked the bot", async () => {
    lin.blocks();
    expect(await deliver(menu("Hi"))).toEqual({ outcome: "unreachable", reason: "blocked" });
  });

  it("when the account is deactivated", async () => {
    lin.deletesTheAccount();
    expect(await deliver(menu("Hi"))).toEqual({ outcome: "unreachable", reason: "deactivated" });
  });

  it.each([
    ["in a chat that is not known", "99"],
    ["in the chat of a person who never wrote", "12"],
  ])("%s", async (_, chatId) => {
    botApi.user({ id: 12, firstName: "Silent" });
    expect(await channel.deliver(delivery(menu("Hi"), undefined, chatId))).toEqual({
      outcome: "unreachable",
      reason: "chat-not-found",
    });
  });
});

describe("it has to wait", () => {
  it("a moment, in place, when Telegram asks for no more than that", async () => {
    botApi.refuseNext("sendMessage", tooManyRequests(0));
    expect(await deliver(menu("Hi"))).toMatchObject({ outcome: "sent" });
    expect(botApi.callsOf("sendMessage")).toHaveLength(2);
  });

  it("as long as Telegram says, when that is long", async () => {
    botApi.refuseNext("sendMessage", tooManyRequests(35));
    expect(await deliver(menu("Hi"))).toEqual({
      outcome: "later",
      afterSeconds: 35,
      reason: "sendMessage: 429 Too Many Requests: retry after 35",
      shown: "flood",
    });
  });

  it("as long when it was an edit, which is then not sent as a second message", async () => {
    const sent = await deliver(menu("Choose"));
    botApi.refuseNext("editMessageText", tooManyRequests(35));
    const result = await deliver(menu("Next"), sent.outcome === "sent" ? sent.ref : undefined);
    expect(result).toMatchObject({ outcome: "later", afterSeconds: 35 });
    expect(lin.messages().map(({ text }) => text)).toEqual(["Choose"]);
  });

  it("while Telegram is out of order", async () => {
    botApi.refuseNext("sendMessage", badGateway());
    expect(await deliver(menu("Hi"))).toMatchObject({ outcome: "later" });
  });

  it("while Telegram cannot be reached", async () => {
    await botApi.close();
    const result = await deliver(menu("Hi"));
    botApi = await startBotApi();
    expect(result).toEqual({
      outcome: "later",
      afterSeconds: 5,
      reason: "Network request for 'sendMessage' failed!",
    });
  });
});

describe("our own mistakes", () => {
  it("are thrown, and tell neither what was said nor to whom", async () => {
    const failed = await deliver({
      ...menu("My name is Lin"),
      buttons: [[{ label: "Too long", id: "x".repeat(65) }]],
    }).catch((error: unknown) => error);
    expect(failed).toEqual(
      new Error("Telegram refused a reply (sendMessage: 400 Bad Request: BUTTON_DATA_INVALID)"),
    );
    expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain("Lin");
  });

  it("are not taken for a person who left: a wrong token", async () => {
    const stranger = new TelegramChannel(telegramApi({ token: "1:wrong", apiRoot: botApi.apiRoot }));
    await expect(stranger.deliver(delivery(menu("Hi")))).rejects.toThrow("401 Unauthorized");
  });
});
