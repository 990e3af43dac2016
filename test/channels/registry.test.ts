/** What holds of every channel of the registry. */
import { describe, expect, it } from "vitest";
import { channelDefinitions, channelNames } from "../../bot/channels/registered.ts";
import { silentLog } from "../../bot/log/log.ts";
import { readSettings } from "../../bot/settings.ts";
import type { Database } from "../../db/connection/connection.ts";

const sql = {} as Database["sql"];
/** Of our buttons: bot/buttons.ts. */
const longestButton = 64;

describe.each(channelDefinitions)("the channel $name", (channel) => {
  const { name, capabilities } = channel;

  it("has a name of lower-case words", () => expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/));

  it("carries our buttons, and a whole text message", () => {
    expect(capabilities.buttonBytes ?? longestButton).toBeGreaterThanOrEqual(longestButton);
    expect(capabilities.textLength).toBeGreaterThanOrEqual(500);
  });

  it("opens under its own name where it is configured, with what it says it can do", () => {
    const opened = channel
      .configure({}, readSettings({}))
      ?.open({ sql, log: silentLog, delivers: "replies" });
    if (opened) expect(opened).toMatchObject({ name, capabilities });
    else expect(channel.variables).not.toEqual([]);
  });
});

it("each has a name and variables of its own, which are none of the process's", () => {
  expect(new Set(channelNames).size).toBe(channelDefinitions.length);
  const variables = channelDefinitions.flatMap((channel) => channel.variables);
  expect(new Set(variables).size).toBe(variables.length);
  const settings = Object.keys(readSettings({}));
  expect(variables.filter((one) => settings.includes(one))).toEqual([]);
});
