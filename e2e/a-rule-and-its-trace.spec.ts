import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { pressUntil } from "./support/press-until";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

const openNew = async (page: Page, name: string) => {
  await page.goto("/demo/settings/rules");
  await page.getByRole("link", { name: "Create a rule" }).click();
  await page.getByLabel("Name").fill(name);
};

const addAction = (page: Page, action: string) => page.getByLabel("Add an action").selectOption(action);

const saveAndSwitchOn = async (page: Page, name: string) => {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("This rule is on.")).toBeVisible();
};

const deleteRule = async (page: Page, name: string) => {
  await page.goto("/demo/settings/rules");
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("link", { name })).toBeHidden();
};

test("a rule is tried on the past, acts on the next message, and its trace says what it saw and did", async ({
  browser,
  server,
}) => {
  const word = uniqueWord();
  const past = newCustomer(server.simulatorUrl, `Paula ${word}`);
  await past.says(`The ${word} invoice is wrong`);
  const { page, opens, sees } = await signInAs(browser, server, "admin@demo.example");
  await opens("Unassigned", past.name);
  await sees(`The ${word} invoice is wrong`);

  await page.goto("/demo/settings/labels");
  const label = `Billing ${word}`;
  await page.getByRole("button", { name: "Create a label" }).first().click();
  await page.getByLabel("Name").fill(label);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(label)).toBeVisible();

  const name = `Invoices ${word}`;
  await openNew(page, name);
  await page.getByLabel("Words").fill(`${word} invoice, ${word} bill`);
  const dryRun = page.getByRole("button", { name: "Try it on the past" });
  await dryRun.click();
  await expect(page.getByText("1 of the last")).toBeVisible();
  await page.getByRole("group").filter({ hasText: past.name }).click();
  await expect(page.getByText(`The ${word} invoice is wrong`)).toBeVisible();
  await addAction(page, "Labels");
  await page.getByRole("combobox", { name: "Put on" }).selectOption(label);
  await addAction(page, "Set the priority");
  await addAction(page, "Write a note");
  await page.getByRole("textbox", { name: "Write a note" }).fill("Ask for the number of the invoice");
  await saveAndSwitchOn(page, name);

  const customer = newCustomer(server.simulatorUrl, `Nora ${word}`);
  await customer.says("Good morning");
  const desk = await signInAs(browser, server, "admin@demo.example");
  await desk.opens("Unassigned", customer.name);
  await customer.says(`Where is my ${word} bill?`);
  await expect(desk.page.getByText(`Rule “${name}” ran`)).toBeVisible();
  await expect(desk.page.getByRole("log").getByText("Ask for the number of the invoice")).toBeVisible();
  await expect(desk.page.getByText(label).first()).toBeVisible();
  await expect(desk.page.getByText(/Priority set to high/)).toBeVisible();

  const line = desk.page.getByText(/Priority set to high/).locator("..");
  await line.getByRole("button", { name: `Rule “${name}”` }).click();
  const trace = desk.page.getByRole("dialog", { name: `Rule “${name}”` });
  await expect(trace.getByText(`Where is my ${word} bill?`)).toBeVisible();
  await expect(trace.getByText("Set the priority to high")).toBeVisible();
  await desk.page.keyboard.press("Escape");
  await expect(trace).toBeHidden();

  const run = page.getByRole("button", { name: `Ran ${customer.name}` });
  await run.click();
  await expect(page.getByText(`Where is my ${word} bill?`)).toBeVisible();
  await expect(page.getByText("Set the priority to high")).toBeVisible();
  await page.getByRole("link", { name: "Open the conversation" }).click();
  await expect(page.getByRole("heading", { name: customer.name })).toBeVisible();
  await deleteRule(page, name);
});

test("a rule that triggers itself stops after its first turn, and the admin is told", async ({ browser, server }) => {
  const word = uniqueWord();
  const customer = newCustomer(server.simulatorUrl, `Lola ${word}`);
  await customer.says("Round and round");
  const { page } = await signInAs(browser, server, "admin@demo.example");
  // Who is offline is told of nothing.
  await pressUntil(page, ["Control+k"], page.getByRole("combobox"));
  await page.getByRole("combobox").fill("be online");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Online/ })).toBeVisible();
  const name = `Own tail ${word}`;
  await openNew(page, name);
  await page.getByRole("combobox", { name: "When" }).selectOption("The priority changes");
  await page.getByLabel("Of what").selectOption("The customer’s name");
  await page.getByLabel("Words").fill(word);
  await addAction(page, "Set the priority");
  await saveAndSwitchOn(page, name);

  const desk = await signInAs(browser, server, "lena@demo.example");
  await desk.opens("Unassigned", customer.name);
  await desk.page.getByRole("button", { name: "More", exact: true }).click();
  await desk.page.getByRole("menuitem", { name: "Urgent" }).click();
  await expect(page.getByText("This rule was stopped")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(`A rule was stopped in the conversation with ${customer.name}`)).toBeAttached();
  await page.getByRole("button", { name: `Stopped ${customer.name}` }).click();
  await expect(page.getByText("This rule has run in this chain already")).toBeVisible();
  await expect(page.getByText("The chain")).toBeVisible();
  await expect(desk.page.getByText(`Rule “${name}” was stopped`)).toBeVisible();
  // It waits for whoever was not there, until somebody has seen it.
  const later = (await signInAs(browser, server, "owner@demo.example")).page;
  await later.getByRole("link", { name: /Settings.*stopped/ }).click();
  await later.getByRole("link", { name: /Rules.*stopped/ }).click();
  await later.getByRole("link", { name, exact: true }).click();
  await later.getByRole("button", { name: "I have seen it" }).click();
  await expect(later.getByText("This rule was stopped")).toBeHidden();
  await expect(page.getByText("This rule was stopped")).toBeHidden();
  await deleteRule(page, name);
});
