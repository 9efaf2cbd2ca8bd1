import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { countMessages } from "./support/thread";
import { uniqueWord } from "./support/unique";

const EARLIER = 60;
const MEANWHILE = 40;
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });

for (const attempt of [1, 2, 3]) {
  test(`what a customer writes while their thread is being opened and read back is all there (${attempt})`, async ({
    browser,
    server,
  }) => {
    const customer = newCustomer(server.simulatorUrl, "Berta Burst");
    for (let count = 1; count <= EARLIER; count += 1) await customer.says(`Earlier, number ${count}`);
    const { page } = await signInAs(browser, server, "lena@demo.example");
    await views(page).getByRole("link", { name: "Unassigned" }).click();
    const row = page.getByRole("link", { name: customer.name });
    await expect(row).toBeVisible();
    const saying = (async () => {
      for (let count = 1; count <= MEANWHILE; count += 1) {
        await customer.says(`Meanwhile, number ${count}`);
      }
    })();
    await row.click();
    await expect(page.getByRole("log").getByRole("article").first()).toBeVisible();
    await countMessages(page);
    await saying;
    await expect.poll(() => countMessages(page), { timeout: 30_000 }).toBe(EARLIER + MEANWHILE);
  });
}

test("what happens while another page is on its way from the server is on that page", async ({ browser, server }) => {
  const [before, meanwhile] = [
    newCustomer(server.simulatorUrl, "Bruno Before"),
    newCustomer(server.simulatorUrl, "Mila Meanwhile"),
  ];
  const { page } = await signInAs(browser, server, "admin@demo.example");
  await views(page).getByRole("link", { name: "Unassigned" }).click();
  // Who comes in live is seen only on a page that is awake: before that, a link is the browser's own.
  await before.says("Hello");
  await expect(page.getByRole("link", { name: before.name })).toBeVisible();
  const [isHere, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(/\/demo\/contacts\?.*_rsc/, async (route) => {
    const response = await route.fetch();
    if (!route.request().headers()["next-router-prefetch"]) isHere.resolve();
    await gate.promise;
    await route.fulfill({ response });
  });
  await page.getByRole("link", { name: "Contacts" }).click();
  await isHere.promise;
  await meanwhile.says("Hello, too");
  await expect(page.getByRole("link", { name: meanwhile.name })).toBeVisible();
  gate.resolve();
  const list = page.getByRole("region", { name: "Contacts" });
  await expect(list.getByRole("link", { name: before.name })).toBeVisible();
  await expect(list.getByRole("link", { name: meanwhile.name })).toBeVisible();
});

test("what a colleague does before a page has woken up is on that page", async ({ browser, server }) => {
  const { page } = await signInAs(browser, server, "admin@demo.example");
  const headers = { "x-workspace": "demo", origin: server.url };
  const gate = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto("/demo/settings/labels", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const name = uniqueWord();
  expect((await page.request.post("/api/v1/labels", { headers, data: { name } })).status()).toBe(200);
  gate.resolve();
  await expect(page.getByRole("main").getByText(name)).toBeVisible();
});
