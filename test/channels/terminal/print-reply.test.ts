import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readChatOptions } from "../../../bot/channels/terminal/options.ts";
import { printReply, printReplyAsJson } from "../../../bot/channels/terminal/print-reply.ts";
import { saveMedia } from "../../../bot/channels/terminal/save-media.ts";
import type { Outbound } from "../../../bot/messages.ts";
import { contentOf, fileMedium, pictureMedium, published } from "../../media/contents.ts";

const calendar = contentOf([published], "2016-02-10");
const reply: Outbound = {
  ...{ text: "Here it is.", stage: "reminding", locale: "en", menu: false },
  card: { title: "Plan", facts: [], columns: [], rows: [] },
  media: [pictureMedium(calendar, "en"), fileMedium(calendar)],
  buttons: [[{ label: "Home", id: "1|home|" }]],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiedao-media-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a reply with media at the terminal", () => {
  it("says in words what they show, and how to have them", () => {
    const shown = printReply(reply);
    expect(shown).toContain("[picture] the calendar, in words\ncalendar.png: start with --media FOLDER");
    expect(shown).toContain("[file] five due dates");
  });

  it("has them in its JSON, after the card", () => {
    const { media } = JSON.parse(printReplyAsJson(reply));
    expect(media).toEqual([
      { type: "card", ...reply.card },
      { type: "picture", name: "calendar.png", mimeType: "image/png", alt: "the calendar, in words" },
      { type: "file", name: "calendar.ics", mimeType: "text/calendar", alt: "five due dates" },
    ]);
    const { media: none, ...bare } = reply;
    expect(JSON.parse(printReplyAsJson({ ...bare, card: undefined as never }))).not.toHaveProperty("media");
  });

  it("writes them where --media says, and names the paths", async () => {
    const { media: into } = readChatOptions(["--media", folder]) ?? {};
    const saved = await saveMedia(reply, into ?? "");
    const path = join(folder, "calendar.png");
    expect(JSON.parse(printReplyAsJson(reply, saved)).media[1]).toMatchObject({ path });
    expect(printReply(reply, saved)).toContain(path);
    expect([...(await readFile(path)).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(await readFile(join(folder, "calendar.ics"), "utf8")).toContain("METHOD:PUBLISH");
  });

  it("refuses a folder without a name", () => {
    expect(() => readChatOptions(["--media", " "])).toThrow("--media takes a folder.");
  });
});
