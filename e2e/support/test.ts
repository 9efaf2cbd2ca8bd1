import { test as base } from "playwright/test";
import { deviceFlags } from "./browser";
import { watchConsole } from "./console-errors";
import type { Server } from "./server";
import { readFacts } from "./shared-facts";

type TestFixtures = {
  /** Texts, or parts, of console errors that this journey brings about on purpose: `test.use({ expectedErrors: ["401"] })`. */
  expectedErrors: string[];
  closedPages: undefined;
  watchedConsole: undefined;
};

type WorkerFixtures = { server: Omit<Server, "stop"> };

/** What every journey stands on: the running product, and a console in which an error fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  server: [async ({}, use) => use(readFacts().server), { scope: "worker" }],
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { executablePath, env } = readFacts().browser;
      const args = [...(launchOptions.args ?? []), ...deviceFlags];
      await use({ ...launchOptions, args, executablePath, env: { ...process.env, ...env }, chromiumSandbox: false });
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, use) => use(server.url),
  expectedErrors: [[], { option: true }],
  // A browser serves many journeys: pages that nobody closes go on living, each with its socket, beside those that follow.
  closedPages: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => (before.has(context) ? undefined : context.close())));
    },
    { auto: true },
  ],
  watchedConsole: [
    async ({ browser, expectedErrors }, use) => {
      const assertNone = watchConsole(browser, expectedErrors);
      await use(undefined);
      assertNone();
    },
    { auto: true },
  ],
});

export { expect } from "playwright/test";
