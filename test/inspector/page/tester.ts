/** A tester at the inspector's page in headless Chromium: opened before a file's tests, closed after them. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { machines } from "../../../inspector/machines.ts";
import { type ServedInspector, serveInspector } from "../../../inspector/server/serve-inspector.ts";
import { openBrowser, openPage } from "../../channels/web/browser.ts";
import { countingIds } from "../../support/counting-ids.ts";

const token = "a-token-for-tests-of-forty-three-characters";

/** Nothing but this machine is ever asked: else the address is among the faults. */
export type OpenInspector = (
  options?: Parameters<typeof openPage>[2],
) => Promise<{ page: Page; faults: string[] }>;

export interface Tester {
  open: OpenInspector;
  /** Where downloads go. */
  folder(): string;
}

/** To be called where tests are described. */
export function tester(): Tester {
  let browser: Browser;
  let inspector: ServedInspector;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "inspector-"));
    inspector = await serveInspector({ machines, token, newId: countingIds(1), port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await inspector?.stop();
    await rm(folder, { recursive: true });
  });
  return {
    folder: () => folder,
    async open(options = {}) {
      const opened = await openPage(browser, inspector.url, options);
      opened.page.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol !== "blob:" && hostname !== "127.0.0.1") opened.faults.push(request.url());
      });
      await opened.page.locator("#now strong").waitFor();
      return opened;
    },
  };
}

/** Violations of WCAG 2.2 A and AA and of axe's good practice, as "rule: where". */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: injected } = window as unknown as { axe: typeof axe };
    return (await injected.run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

export const at = (page: Page, path: string): Promise<void> =>
  page.locator("#now strong", { hasText: new RegExp(`^${path.replaceAll(".", "\\.")}$`) }).waitFor();
export async function say(page: Page, words: string, path: string): Promise<void> {
  await page.locator("#words").fill(words);
  await page.locator("#words").press("Enter");
  await at(page, path);
}
export async function press(page: Page, label: string, path: string): Promise<void> {
  await page.locator("#screen").getByRole("button", { name: label, exact: true }).click();
  await at(page, path);
}
export async function walkToApplication(page: Page): Promise<void> {
  await say(page, "我想借10000分5期", "checkingEligibility.identifying");
  await press(page, "开始实名核验", "checkingEligibility.authorising");
}
