import type { Page } from "playwright/test";
import { expectNoBarrier } from "./support/barriers";
import { conversationIdOf, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

/** Where the keyboard is; the page itself means that the focus was lost. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? "BODY");

test("the palette names what can be done, does it, and gives the focus back", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Palette Parker");
  await customer.says("Is there a keyboard?");
  const { page, opens } = await signInAs(browser, server, "admin@demo.example");
  await opens("Unassigned", customer.name);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expectNoBarrier(page);
  await palette.getByRole("combobox").fill("assign to me");
  await expect(palette.getByRole("option").first()).toContainText("Assign to me");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page.getByRole("button", { name: "Claim" })).toBeHidden();

  await page.getByRole("textbox", { name: "Your answer" }).focus();
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Your answer" })).toBeFocused();

  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill(customer.name);
  await palette.getByRole("option", { name: customer.name }).first().click();
  await expect(page.getByRole("heading", { name: customer.name })).toBeVisible();
});

test("keys can be chosen, a taken one is told, and the cheat sheet shows them", async ({ browser, server }) => {
  const { page } = await signInAs(browser, server, "diego@demo.example");
  // A try before this one may have left a key of its own.
  const headers = { "x-workspace": "demo", origin: server.url };
  await page.request.patch("/api/v1/me/preferences", { headers, data: { keys: {} } });
  await page.goto("/demo/settings/profile");
  const resolve = page.getByRole("button", { name: /^Resolve: e/ });
  await resolve.click();
  await page.keyboard.press("t");
  await expect(page.getByRole("alert").filter({ hasText: "Hand over" })).toBeVisible();
  await page.getByRole("button", { name: "Leave it" }).click();
  await expect(resolve).toBeFocused();
  await resolve.click();
  await page.keyboard.press("y");
  await expect(page.getByRole("button", { name: /^Resolve: y/ })).toBeVisible();
  await expectNoBarrier(page);
  await page.reload();
  await page.keyboard.press("Shift+?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("definition").filter({ hasText: /^Yy$/ })).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: "Resolve: as it was" }).click();
  await expect(page.getByRole("button", { name: /^Resolve: e/ })).toBeVisible();
});

test("news of mine is told once in all tabs, and marks the title", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Quill Baxter");
  await customer.says("First");
  const { page, opens, claims } = await signInAs(browser, server, "owner@demo.example");
  await expect(page.getByText("Be told when something needs you.")).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("be online");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Online/ })).toBeVisible();
  await opens("Unassigned", customer.name);
  const id = conversationIdOf(page);
  await claims();
  await expect(page).toHaveTitle(/^\(\d+\) /);
  const tabs = await Promise.all([1, 2].map(() => page.context().newPage()));
  for (const tab of tabs) {
    await tab.goto("/demo/settings/profile");
    await expect(tab.getByRole("heading", { name: "Notifications" })).toBeVisible();
  }
  await page.goto("/demo/settings/members");
  await expect(page.getByRole("heading", { level: 2, name: "Members" })).toBeVisible();
  await customer.says("Second");
  const all = [page, ...tabs];
  const tellers = async () => {
    const said = await Promise.all(all.map((tab) => tab.getByText(`New message from ${customer.name}`).count()));
    return said.reduce((sum, count) => sum + count, 0);
  };
  await expect.poll(tellers).toBe(1);
  for (const tab of all) await expect(tab).toHaveTitle(/^\(\d+\) /);
  await page.goto(`/demo/inbox/${id}`);
  await expect(page.getByRole("log")).toContainText("Second");
  expect(await tellers()).toBeLessThanOrEqual(1);
});

// Each by somebody of their own: how close things stand is the member's choice, in whatever browser.
for (const [scheme, who] of [
  ["light", "manager"],
  ["dark", "owner"],
] as const) {
  test(`the profile is without barriers, and compact is closer (${scheme})`, async ({ browser, server }) => {
    const { page } = await signInAs(browser, server, `${who}@demo.example`);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/demo/settings/profile");
    await expectNoBarrier(page);
    await page.getByText("Comfortable", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-density", "comfortable");
    const card = page.getByRole("heading", { name: "At work" });
    const comfortable = await card.evaluate((node) => node.parentElement?.getBoundingClientRect().height ?? 0);
    await page.getByText("Compact", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
    expect(await card.evaluate((node) => node.parentElement?.getBoundingClientRect().height ?? 0)).toBeLessThan(
      comfortable,
    );
    expect(await focused(page)).not.toBe("BODY");
    await page.getByText("Comfortable", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-density", "comfortable");
  });
}

test("the console can be installed, and keeps nothing of anybody's for when there is no line", async ({
  browser,
  server,
}) => {
  const { page } = await signInAs(browser, server, "diego@demo.example");
  const manifest = await (await page.request.get("/manifest.webmanifest")).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: "/" });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status()).toBe(200);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.toSorted()).toEqual(["/icon.svg", "/offline.html"]);
});
