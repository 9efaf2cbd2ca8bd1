import { gzipSync } from "node:zlib";
import type { Browser } from "playwright/test";
import { signInAs } from "./support/member";
import { expect, test } from "./support/test";

/** What an agent's browser fetches and reads before the inbox answers. */
const budgetsKb = { list: 250, conversation: 300 };
/** React and Next.js, on an empty page. */
const FRAMEWORK_KB = 120;
const BIGGEST_NAMED = 8;

type Script = { path: string; kB: number };

/** The scripts that a page asks for by itself, in a browser that has none of them yet; not what it fetches at leisure. */
async function scriptsOf(browser: Browser, url: string, storageState: Awaited<ReturnType<typeof stateOf>>) {
  const context = await browser.newContext({ storageState });
  await context.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const page = await context.newPage();
  const scripts: Promise<Script>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const { pathname: path } = new URL(response.url());
    scripts.push(response.body().then((body) => ({ path, kB: gzipSync(body).length / 1_000 })));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const all = await Promise.all(scripts);
  await context.close();
  return all.toSorted((one, other) => other.kB - one.kB);
}

const stateOf = (member: Awaited<ReturnType<typeof signInAs>>) => member.page.context().storageState();

function told(scripts: Script[], total: number): string {
  const biggest = scripts.slice(0, BIGGEST_NAMED).map(({ path, kB }) => `${kB.toFixed(1)} kB ${path}`);
  return [`${total.toFixed(1)} kB in ${scripts.length} scripts, the biggest:`, ...biggest].join("\n");
}

test("the scripts of the inbox stay within their budget, with and without an open conversation", async ({
  browser,
  server,
}) => {
  const member = await signInAs(browser, server, "lena@demo.example");
  const state = await stateOf(member);
  const list = member.page.url();
  const first = member.page.getByRole("list", { name: "Conversations" }).getByRole("link").first();
  const conversation = new URL((await first.getAttribute("href")) ?? "", list).href;
  for (const [name, url] of Object.entries({ list, conversation }) as [keyof typeof budgetsKb, string][]) {
    const scripts = await scriptsOf(browser, url, state);
    const total = scripts.reduce((sum, { kB }) => sum + kB, 0);
    const figures = `${name}: ${told(scripts, total)}`;
    // Less than the framework alone would be a page that did not come.
    expect.soft(total, figures).toBeGreaterThan(FRAMEWORK_KB);
    expect.soft(total, figures).toBeLessThanOrEqual(budgetsKb[name]);
  }
});
