/** A headless Chromium: the one at CHROMIUM_PATH, or Debian's. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Debian's two: the first is the same browser without windows, and takes half the time. */
const usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const executablePath = process.env["CHROMIUM_PATH"] ?? usual.find(existsSync) ?? "/usr/bin/chromium";

export const hasBrowser = existsSync(executablePath);

/** Appended to the name of what is skipped without one. */
export const browserNote = hasBrowser
  ? ""
  : ` (skipped: no Chromium at ${executablePath}; set CHROMIUM_PATH)`;

const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath, args: quietly });
}

export interface OpenedPage {
  page: Page;
  /** What the page threw, or wrote to the console as an error. */
  faults: string[];
}

/** A page in a context of its own: another browser, as far as storage goes. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => void faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(url);
  return { page, faults };
}

export async function write(page: Page, text: string): Promise<void> {
  await page.locator("#draft").fill(text);
  await page.locator("#draft").press("Enter");
}

export const press = (page: Page, label: string): Promise<void> =>
  page.getByRole("button", { name: label, exact: true }).click();

/** Waits until the last thing said in the log contains the text. */
export async function awaitMessage(page: Page, text: string): Promise<void> {
  await page.locator(".messages .message").last().getByText(text).first().waitFor();
}

/** What the log shows, each message as "you: …" or "jiedao: …". */
export const transcript = (page: Page): Promise<string[]> =>
  page.locator(".messages .message").evaluateAll((messages) =>
    messages.map((message) => {
      const who = message.classList.contains("from-borrower") ? "you" : "jiedao";
      const paragraphs = [...message.querySelectorAll(".bubble > *")].map((each) => each.textContent ?? "");
      return `${who}: ${paragraphs.join(" ")}`;
    }),
  );
