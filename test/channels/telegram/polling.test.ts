import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegramPolling } from "../../../bot/channels/telegram/telegram-polling.ts";
import { unavailable } from "../../../bot/views/unavailable.ts";
import { type BotApi, startBotApi } from "../../support/bot-api/bot-api.ts";
import { BotApiFailure, badGateway, tooManyRequests } from "../../support/bot-api/failures.ts";
import type { TestUser } from "../../support/bot-api/people.ts";
import { beginPolling, pollingBot, type Reply } from "./support/bots.ts";

type PollingBot = Awaited<ReturnType<typeof pollingBot>>;

let botApi: BotApi;
let lin: TestUser;
let bo: TestUser;
const running: PollingBot[] = [];

beforeEach(async () => {
  botApi = await startBotApi();
  lin = botApi.user({ id: 11, firstName: "Lin", languageCode: "zh-hans" });
  bo = botApi.user({ id: 22, firstName: "Bo", languageCode: "en" });
});
afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
  await botApi.close();
});

const start = async (reply?: Reply): Promise<PollingBot> => {
  const bot = await pollingBot(botApi, reply);
  running.push(bot);
  return bot;
};

const texts = (user: TestUser): string[] => user.messages().map(({ text }) => text);

describe("before the first message", () => {
  it("offers its commands in both languages, and a button that opens them", async () => {
    await start();
    expect(botApi.commandsFor("zh")?.find(({ command }) => command === "borrow")?.description).toBe("借钱");
    expect(botApi.commandsFor("")?.find(({ command }) => command === "borrow")?.description).toBe("Borrow");
    expect(botApi.commandsFor("")?.map(({ command }) => command)).not.toContain("persona");
    expect(botApi.menuButton).toEqual({ type: "commands" });
    expect(botApi.descriptionFor("zh")).toContain("想借20000，分10期");
    expect(botApi.descriptionFor("")).toContain("borrow 20000 in 10 installments");
  });

  it("takes over from a webhook, and asks for no update that it does not read", async () => {
    await fetch(`${botApi.apiRoot}/bot${botApi.token}/setWebhook`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url: "http://127.0.0.1:1/nobody" }),
    });
    await start();
    lin.says("hi");
    expect((await lin.hears()).text).toBe("You said: hi");
    expect(botApi.webhookInfo.allowed_updates).toEqual(["message", "edited_message", "callback_query"]);
  });

  it("waits for Telegram where it does not answer", async () => {
    botApi.refuseNext("getMe", badGateway());
    botApi.refuseNext("setMyCommands", tooManyRequests(40));
    const bot = beginPolling(botApi);
    running.push(bot);
    await bot.time.waitedFor(5_000);
    bot.time.elapse();
    await bot.time.waitedFor(40_000);
    bot.time.elapse();
    expect(await bot.polling.ready).toBe("jiedao_test_bot");
  });

  it("gives up where the token is refused", async () => {
    const bot = startTelegramPolling({
      token: "4242:revoked",
      apiRoot: botApi.apiRoot,
      assistant: { receive: () => Promise.reject(new Error("never called")) },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      sandbox: true,
    });
    await expect(bot.done).rejects.toMatchObject({
      name: "TelegramRefused",
      message: "getMe: 401 Unauthorized",
    });
    await expect(bot.ready).rejects.toThrow("401");
  });
});

describe("a conversation", () => {
  it("goes there and back", async () => {
    const { assistant } = await start();
    lin.says("/start ref_7");
    expect((await lin.hears()).text).toBe("/start ref_7");
    lin.says("20000");
    expect((await lin.hears()).text).toBe("You said: 20000");
    expect(assistant.heard.map(({ languageHint }) => languageHint)).toEqual(["zh-hans", "zh-hans"]);
  });

  it("edits its menu when a button on it is pressed, and answers the press", async () => {
    await start();
    lin.says("menu");
    const shown = await lin.hears();
    expect(await lin.presses("red")).toEqual({ alert: false });
    expect(await lin.hears()).toMatchObject({ id: shown.id, text: "You chose red", edited: true });
    expect(texts(lin)).toEqual(["You chose red"]);
    expect(botApi.unansweredPresses).toBe(0);
  });

  it("answers what it cannot read", async () => {
    await start();
    for (const kind of ["sticker", "photo", "voice"] as const) {
      lin.sends(kind);
      expect((await lin.hears()).text).toBe("I read text only");
    }
  });

  it("asks for an edited message to be sent again, and does not act on it", async () => {
    const { assistant } = await start();
    const id = lin.says("20000");
    await lin.hears();
    lin.edits(id, "5000");
    expect((await lin.hears()).text).toBe("改过的消息我看不到新内容，请把要说的重新发一条。");
    expect(assistant.heard).toHaveLength(1);
  });
});

describe("a button of somebody else", () => {
  it("is refused by an alert, and changes nothing", async () => {
    const { assistant } = await start();
    lin.says("menu");
    const menu = await lin.hears();
    bo.says("hi");
    await bo.hears();
    expect(await bo.presses("red", menu)).toEqual({ text: "That button is for somebody else", alert: true });
    expect(texts(lin)).toEqual(["Choose"]);
    expect(assistant.heard).toHaveLength(2);
  });
});

describe("a group", () => {
  it("is told once that this is a private matter, and left", async () => {
    const { assistant } = await start();
    const group = botApi.group(-500, "Friends");
    bo.says("/borrow", group);
    bo.says("/borrow", group);
    bo.says("hi");
    expect((await group.hears()).text).toContain("@jiedao_test_bot");
    await bo.hears();
    await botApi.confirmed();
    expect(group.messages()).toHaveLength(1);
    expect(botApi.callsOf("leaveChat")).toHaveLength(2);
    expect(assistant.heard.map(({ chatId }) => chatId)).toEqual(["22"]);
  });
});

describe("updates of one chat", () => {
  it("are handled one after the other, in the order in which they were sent", async () => {
    const { assistant } = await start();
    const release = assistant.hold(lin.chatId);
    for (const text of ["one", "two", "three"]) lin.says(text);
    release();
    for (const text of ["one", "two", "three"]) expect((await lin.hears()).text).toBe(`You said: ${text}`);
    expect(assistant.heard.map((inbound) => inbound.kind === "text" && inbound.text)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });

  it("do not keep another chat waiting", async () => {
    const { assistant, time } = await start();
    const release = assistant.hold(lin.chatId);
    const receiving = assistant.receiving(lin.chatId);
    lin.says("slow");
    await receiving;
    bo.says("quick");
    expect((await time.passUntil(bo.hears())).text).toBe("You said: quick");
    expect(lin.messages()).toEqual([]);
    release();
    expect((await lin.hears()).text).toBe("You said: slow");
    await botApi.confirmed();
    expect(assistant.heard).toHaveLength(2);
  });
});

describe("an update is confirmed only when its turn is committed", () => {
  it("so that a bot that died in the middle of it gets it again", async () => {
    const dying = await start();
    dying.assistant.hold(lin.chatId);
    const receiving = dying.assistant.receiving(lin.chatId);
    lin.says("20000");
    await receiving;
    expect(botApi.pendingUpdates).toHaveLength(1);
    running.length = 0;
    await start();
    expect((await lin.hears()).text).toBe("You said: 20000");
    await botApi.confirmed();
  });

  it("and a stop lets the turn end, then confirms it", async () => {
    const bot = await start();
    const release = bot.assistant.hold(lin.chatId);
    const receiving = bot.assistant.receiving(lin.chatId);
    lin.says("20000");
    await receiving;
    const stopped = bot.stop();
    release();
    await stopped;
    expect(texts(lin)).toEqual(["You said: 20000"]);
    expect(botApi.pendingUpdates).toEqual([]);
  });

  it("and after a stop nothing more is asked for", async () => {
    const bot = await start();
    await bot.stop();
    const asked = botApi.callsOf("getUpdates").length;
    lin.says("hi");
    expect(botApi.callsOf("getUpdates")).toHaveLength(asked);
    expect(botApi.pendingUpdates).toHaveLength(1);
  });
});

describe("while the database is down", () => {
  it("each chat is told once, and answered when it is back", async () => {
    const { assistant, time, log } = await start();
    assistant.databaseIsUp = false;
    lin.says("one");
    lin.says("two");
    bo.says("three");
    expect((await lin.hears()).text).toBe(unavailable());
    expect((await bo.hears()).text).toBe(unavailable());
    await time.waitedFor(500);
    time.elapse();
    await time.waitedFor(1_000);
    expect(lin.unheard()).toEqual([]);
    expect(botApi.pendingUpdates).toHaveLength(3);
    expect(log.lines.filter(({ message }) => message.includes("database"))).toHaveLength(2);

    assistant.databaseIsUp = true;
    expect((await time.passUntil(lin.hears())).text).toBe("You said: one");
    expect((await time.passUntil(lin.hears())).text).toBe("You said: two");
    expect((await time.passUntil(bo.hears())).text).toBe("You said: three");
    await time.passUntil(botApi.confirmed());
  });

  it("a press is answered at once, with that sentence, and acted upon later", async () => {
    const { assistant, time } = await start();
    lin.says("menu");
    await lin.hears();
    assistant.databaseIsUp = false;
    expect(await lin.presses("red")).toEqual({ text: unavailable(), alert: true });
    const second = lin.presses("blue");
    assistant.databaseIsUp = true;
    expect((await time.passUntil(lin.hears())).text).toBe("You chose red");
    expect((await time.passUntil(lin.hears())).text).toBe("You chose blue");
    expect(await second).toEqual({ alert: false });
  });

  it("the next outage is told again", async () => {
    const { assistant, time } = await start();
    for (const text of ["one", "two"]) {
      assistant.databaseIsUp = false;
      bo.says(text);
      expect((await bo.hears()).text).toBe(unavailable());
      assistant.databaseIsUp = true;
      expect((await time.passUntil(bo.hears())).text).toBe(`You said: ${text}`);
    }
  });

  it("a stop does not wait for it: the message comes again", async () => {
    const bot = await start();
    bot.assistant.databaseIsUp = false;
    lin.says("one");
    await lin.hears();
    await bot.time.waitedFor(500);
    await bot.stop();
    expect(botApi.pendingUpdates).toHaveLength(1);
    await start();
    expect((await lin.hears()).text).toBe("You said: one");
  });
});

describe("a fault of ours", () => {
  const faulty: Reply = () => {
    throw new Error("a bug");
  };

  it("is told to the person and the log, and the next message is heard", async () => {
    const { log } = await start(faulty);
    bo.says("my secret");
    expect((await bo.hears()).text).toMatch(/^I could not deal with that message/);
    await botApi.confirmed();
    const [line] = log.lines.filter(({ level }) => level === "error");
    expect(line).toMatchObject({
      message: "an update could not be handled",
      fields: { err: { message: "a bug" } },
    });
    expect(JSON.stringify(log.lines)).not.toContain("secret");
    bo.says("again");
    await bo.hears();
  });

  it("leaves no press spinning", async () => {
    const menuOnly: Reply = (inbound) => {
      if (inbound.kind === "button") throw new Error("a bug");
      return {
        text: "Choose",
        stage: "idle",
        locale: "en",
        menu: true,
        buttons: [[{ label: "red", id: "1|red|" }]],
      };
    };
    await start(menuOnly);
    bo.says("menu");
    await bo.hears();
    expect(await bo.presses("red")).toMatchObject({ alert: true });
    expect(botApi.unansweredPresses).toBe(0);
  });
});

describe("Telegram's own troubles", () => {
  it("are waited out: another poller, a flood, a server out of order", async () => {
    const { time, log } = await start();
    botApi.refuseNext(
      "getUpdates",
      new BotApiFailure(409, "Conflict: terminated by other getUpdates request"),
    );
    botApi.refuseNext("getUpdates", tooManyRequests(30));
    botApi.refuseNext("getUpdates", badGateway());
    lin.says("one");
    await time.passUntil(lin.hears());
    lin.says("two");
    expect((await time.passUntil(lin.hears())).text).toBe("You said: two");
    await time.passUntil(botApi.confirmed());
    expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(3);
  });

  it("with the answer to a press do not repeat the turn", async () => {
    const { assistant } = await start();
    lin.says("menu");
    await lin.hears();
    botApi.refuseNext("answerCallbackQuery", badGateway());
    void lin.presses("red");
    await lin.hears();
    await botApi.confirmed();
    expect(assistant.heard).toHaveLength(2);
  });

  it("a person who has blocked the bot stops nobody else", async () => {
    await start();
    lin.says("one");
    await lin.hears();
    lin.says("two");
    lin.blocks();
    bo.says("three");
    expect((await bo.hears()).text).toBe("You said: three");
    await botApi.confirmed();
  });
});
