import type { Page } from "playwright/test";
import { expectNoBarrier } from "./support/barriers";
import { signInAs } from "./support/member";
import { pressUntil } from "./support/press-until";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const departmentOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "Departments" }).getByRole("row").filter({ hasText: name });
const agentOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "Agents" }).getByRole("row").filter({ hasText: name });

const goByKeys = (page: Page, keys: string[], title: string) =>
  pressUntil(page, keys, page.getByRole("heading", { name: title, level: 1 }));

async function showLine(page: Page, department: string): Promise<void> {
  await departmentOf(page, department).getByRole("link", { name: department }).click();
  await expect(page.getByRole("heading", { name: `${department}, next in line` })).toBeVisible();
}

test("a manager sees a customer come, moves them by dragging and by keyboard, takes over, sends an agent on a break", async ({
  browser,
  server,
}) => {
  const { page } = await signInAs(browser, server, "manager@demo.example");
  await goByKeys(page, ["g", "q"], "Queues");
  await showLine(page, "Support");

  const customer = newCustomer(server.simulatorUrl, "Wilma Board");
  await customer.says("Is anybody there?");
  await expect(rowOf(page, customer.name)).toBeVisible();

  await rowOf(page, customer.name).dragTo(departmentOf(page, "Sales"));
  await expect(page.getByText(`${customer.name} waits for Sales now`)).toBeVisible();
  await expect(rowOf(page, customer.name)).toBeHidden();
  await showLine(page, "Sales");
  await expect(rowOf(page, customer.name)).toBeVisible();

  await page.getByRole("button", { name: `Move ${customer.name}` }).focus();
  await page.keyboard.press("Enter");
  const support = page.getByRole("menuitem", { name: "Support" });
  await expect(support).toBeVisible();
  await page.keyboard.type("Supp");
  await expect(support).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${customer.name} waits for Support now`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(rowOf(page, customer.name)).toBeVisible();

  await rowOf(page, customer.name).dragTo(agentOf(page, "Lena Maurer"));
  await expect(page.getByText(`${customer.name} is with Lena Maurer now`)).toBeVisible();
  await agentOf(page, "Lena Maurer").getByRole("link", { name: "Lena Maurer" }).click();
  await expect(page.getByRole("heading", { name: "Conversations of Lena Maurer" })).toBeVisible();
  await rowOf(page, customer.name)
    .getByRole("button", { name: `Why? ${customer.name}` })
    .click();
  const why = page.getByRole("dialog", { name: "How this was decided" });
  await expect(why.getByText(/ gave it to Lena Maurer: nobody had it\./)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(why).toHaveCount(0);
  await rowOf(page, customer.name)
    .getByRole("button", { name: `Take over ${customer.name}` })
    .click();
  await expect(page.getByText(`You have ${customer.name}`)).toBeVisible();

  const lena = await signInAs(browser, server, "lena@demo.example");
  await agentOf(page, "Lena Maurer").getByRole("button", { name: "Change the state of Lena Maurer" }).click();
  await page.getByRole("menuitem", { name: "On a break: Lunch" }).click();
  await expect(agentOf(page, "Lena Maurer")).toContainText("On a break: Lunch");
  await expect(lena.page.getByRole("button", { name: "Lena Maurer, On a break: Lunch" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(agentOf(page, "Lena Maurer")).not.toContainText("On a break: Lunch");
});

test("whoever waits says why, and a figure opens what it was made of", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Walter Why");
  await customer.says("What am I waiting for?");
  const { page } = await signInAs(browser, server, "manager@demo.example");
  await page.goto("/demo/queues");
  const why = page.getByRole("button", { name: `Why ${customer.name} waits` });
  const dialog = page.getByRole("dialog", { name: `Why ${customer.name} waits` });
  await expect(async () => {
    await why.click();
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(dialog).toContainText("Members take conversations here");
  await expect(dialog).toContainText(/Place \d+ in the queue/);
  await expect(dialog.getByRole("listitem").filter({ hasText: "Lena Maurer" })).toBeVisible();
  await expectNoBarrier(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await expect(why).toBeFocused();

  const figure = (name: string) => page.getByRole("definition").filter({ has: page.locator(`a[href*="${name}"]`) });
  await figure("list=waits").getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Taken within the last hour" })).toBeVisible();
  await figure("list=firstReplies").getByRole("link").click();
  await expect(page.getByRole("heading", { name: "First replies of today" })).toBeVisible();
});

test("an agent sees their departments and no people, and their day; a screen on the wall goes on by itself", async ({
  browser,
  server,
}) => {
  const { page } = await signInAs(browser, server, "lena@demo.example");
  await goByKeys(page, ["g", "d"], "My day");
  await goByKeys(page, ["g", "q"], "Queues");
  await expect(page.getByRole("table", { name: "Departments" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Agents" })).toBeHidden();

  await page.goto("/demo/queues?tv=1");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "All departments" })).toBeVisible();
  await goByKeys(page, ["Escape"], "Queues");
});
