import { type Browser, chromium, type Page } from "playwright";
import { untilStopped } from "@/bench/house/open";
import { findBrowser } from "@/e2e/support/browser";

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, chromiumSandbox: false });
  untilStopped(() => browser.close());
  return browser;
}

/** A page of somebody who is signed in, of the size of a common screen. */
export async function openPage(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}
