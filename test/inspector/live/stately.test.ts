/** With the flag, the same steps are told to Stately's inspector: here a window of ours that speaks its protocol. */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machines } from "../../../inspector/machines.ts";
import { type ServedInspector, serveInspector } from "../../../inspector/server/serve-inspector.ts";
import { browserNote, hasBrowser, openBrowser, openPage } from "../../channels/web/browser.ts";
import { countingIds } from "../../support/counting-ids.ts";

const token = "a-token-for-tests-of-forty-three-characters";
const receiver = `<!doctype html><script>
  window.heard = [];
  addEventListener("message", ({ data }) => window.heard.push(data));
  opener.postMessage({ type: "@statelyai.connected" }, "*");
</script>`;

interface Heard {
  type: string;
  event?: { type: string };
  snapshot?: { value: unknown };
  definition?: string;
}

describe.skipIf(!hasBrowser)(`Stately's inspector${browserNote}`, { timeout: 180_000 }, () => {
  let browser: Browser;
  let inspector: ServedInspector;
  let stately: Server;
  beforeAll(async () => {
    stately = createServer((_, response) => response.setHeader("content-type", "text/html").end(receiver));
    await new Promise<void>((resolve) => stately.listen(0, "127.0.0.1", resolve));
    const { port } = stately.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/inspect`;
    inspector = await serveInspector({ machines, token, newId: countingIds(3), port: 0, stately: url });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await inspector?.stop();
    stately?.close();
  });

  it("is told of the machine, each event and each snapshot", async () => {
    const { page } = await openPage(browser, inspector.url);
    await page.locator("#now strong").waitFor();
    const [window] = await Promise.all([page.waitForEvent("popup"), page.locator("#stately").click()]);
    await page.locator("#words").fill("你好");
    await page.locator("#words").press("Enter");
    await page.locator("#screen button").first().waitFor();
    const heard = () => window.evaluate(() => (window as unknown as { heard: Heard[] }).heard ?? []);
    await expect
      .poll(async () => (await heard()).map(({ type, event }) => `${type} ${event?.type ?? ""}`.trim()))
      .toEqual(expect.arrayContaining(["@xstate.actor", "@xstate.event greet", "@xstate.snapshot greet"]));
    const all = await heard();
    expect(all.find(({ type }) => type === "@xstate.actor")?.definition).toContain('"id":"journey"');
    expect(all.findLast(({ type }) => type === "@xstate.snapshot")?.snapshot).toMatchObject({
      value: { welcoming: "reviewingPrivacy" },
    });
  });
});
