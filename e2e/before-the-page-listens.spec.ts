import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

/** Keeps the scripts of the pages to come on their way, until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise: gone, resolve: letGo } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await gone;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

test("what is clicked and pressed while a page has no script yet leads where it leads", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Petra Early");
  await customer.says("Anybody up?");
  const { page } = await signInAs(browser, server, "manager@demo.example");
  await page.goto("/demo/inbox?view=unassigned");
  await expect(page.getByRole("link", { name: customer.name }).first()).toBeVisible();

  const letGo = await holdScripts(page);
  await page.goto("/demo/inbox?view=unassigned", { waitUntil: "commit" });
  await page.getByRole("link", { name: customer.name }).first().click();
  await expect(page).toHaveURL(/inbox\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: customer.name })).toBeVisible();
  await expect(page.getByRole("log").getByText("Anybody up?")).toBeVisible();
  await page.getByRole("link", { name: "Contacts", exact: true }).click();
  await expect(page).toHaveURL(/demo\/contacts/);
  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await expect(page).toHaveURL(/demo\/inbox/);

  await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
  for (const key of ["g", "q"]) await page.keyboard.press(key);
  letGo();
  await expect(page.getByRole("heading", { name: "Queues", level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/demo/queues");
});
