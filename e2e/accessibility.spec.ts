import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const level = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const ofSettings = ["channels", "members", "departments", "hours", "greetings", "service-levels", "skills", "workload"];
const settings = [...ofSettings, "rules", "rules/new", "labels", "macros", "webhooks"];
const places = ["queues", "today", ...settings.map((page) => `settings/${page}`)];

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on sign-in, list, thread, queues, day and settings (${scheme})`, async ({
    browser,
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/sign-in");
    await expectNothing(page);

    const customer = newCustomer(server.simulatorUrl, `Fern Abbot ${scheme}`);
    await customer.says("Can everybody read this?");
    const { page: desk, opens, sees } = await signInAs(browser, server, "admin@demo.example");
    await desk.emulateMedia({ colorScheme: scheme });
    await expectNothing(desk);
    await opens("Unassigned", customer.name);
    await sees("Can everybody read this?");
    await expectNothing(desk);
    for (const place of places) {
      await desk.goto(`/demo/${place}`);
      await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNothing(desk);
    }
    await desk.goto("/demo/settings/departments");
    await desk.getByRole("link", { name: "Support" }).click();
    await expect(desk.getByRole("region", { name: "Silence" }).getByRole("checkbox").first()).toBeVisible();
    await expectNothing(desk);
  });
}

async function expectNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(level).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }))).toEqual([]);
}
