import { describe, expect, it } from "vitest";
import { messagesIn } from "../../bot/locales/messages-in.ts";
import type { ChatCommandName } from "../../bot/messages.ts";
import { foreignPress } from "../../bot/views/foreign-press.ts";
import { unavailable } from "../../bot/views/unavailable.ts";

describe("texts that need no conversation", () => {
  it("an outage is told in both languages at once", () => {
    expect(unavailable()).toMatch(/数据库[\s\S]*database/);
  });

  it("a stranger's press is refused in their language, or in both when it is unknown", () => {
    expect(foreignPress("zh-CN")).not.toMatch(/[A-Za-z]/);
    expect(foreignPress("en")).not.toMatch(/\p{Script=Han}/u);
    expect(foreignPress()).toContain(foreignPress("en"));
    expect(foreignPress()).toContain(foreignPress("zh-CN"));
  });

  // Telegram takes descriptions of 1 to 256 characters.
  it.each(["zh-CN", "en"] as const)("every command has a description in %s", (locale) => {
    const { commands } = messagesIn(locale).system;
    const names: ChatCommandName[] = [
      "start",
      "help",
      "language",
      "cancel",
      "back",
      "where",
      "borrow",
      "repay",
    ];
    for (const name of [...names, "human", "mydata", "persona"] as ChatCommandName[]) {
      expect(commands[name].length).toBeGreaterThan(0);
      expect(commands[name].length).toBeLessThanOrEqual(256);
    }
  });
});
