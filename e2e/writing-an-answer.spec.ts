import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { pressUntil } from "./support/press-until";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

test("a draft is marked in the list, on the member's other device, and gone from both once it is sent", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Ines Halder");
  await customer.says("Do you have it in blue?");
  const desk = await signInAs(browser, server, "amara@demo.example");
  await desk.opens("Unassigned", customer.name);
  await desk.claims();
  await desk.opens("Mine", customer.name);
  const laptop = await signInAs(browser, server, "amara@demo.example");
  await laptop.opens("Mine", customer.name);

  const field = (page: typeof desk.page) => page.getByRole("textbox", { name: "Your answer" });
  await field(desk.page).fill("Let me look whether");
  await expect(field(laptop.page)).toHaveValue("Let me look whether");
  const row = (page: typeof desk.page) => page.getByRole("link").filter({ hasText: customer.name }).first();
  for (const { page } of [desk, laptop]) await expect(row(page)).toContainText("Draft");

  await field(laptop.page).fill("Let me look whether we have it.");
  await expect(field(desk.page)).toHaveValue("Let me look whether we have it.");
  await field(laptop.page).press("Enter");
  await customer.received("Let me look whether we have it.");
  await expect(field(desk.page)).toHaveValue("");
  for (const { page } of [desk, laptop]) await expect(row(page)).not.toContainText("Draft");
});

test("markup by shortcut is previewed as WhatsApp shows it, and a slash puts in a quick reply that shows what is missing", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Quentin Moss");
  const agent = await signInAs(browser, server, "lena@demo.example");
  const { page } = agent;
  const slug = new URL(page.url()).pathname.split("/")[1];
  const shortcut = `late-${Date.now().toString(36)}`;
  await page.goto(`/${slug}/settings/quick-replies`);
  await page.getByRole("button", { name: "Add a quick reply" }).first().click();
  await page.getByLabel("Shortcut").fill(shortcut);
  await page.getByLabel("Text", { exact: true }).fill("Dear {{contact.firstName}} ({{contact.username}}), it is late.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("cell", { name: `/${shortcut}`, exact: true })).toBeVisible();

  await customer.says("Is it on its way?");
  await page.goto(`/${slug}/inbox`);
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  const field = page.getByRole("textbox", { name: "Your answer" });
  await field.fill("very sorry");
  await field.press("Home");
  await field.press("Control+b");
  await expect(field).toHaveValue("*very* sorry");
  await expect(page.getByRole("region", { name: "Preview" }).locator("strong")).toHaveText("very");
  await field.press("Control+b");
  await expect(field).toHaveValue("very sorry");

  await field.fill("");
  await field.pressSequentially(`/${shortcut}`);
  await expect(page.getByRole("option", { name: shortcut })).toBeVisible();
  await field.press("Enter");
  await expect(field).toHaveValue("Dear Quentin ({{contact.username}}), it is late.");
  await field.press("Enter");
  await expect(page.getByText("Still open: the contact's user name.")).toBeVisible();
  expect(await customer.sentTo()).toEqual([]);
  await page.keyboard.type("your order");
  await field.press("Control+Shift+Enter");
  await customer.received("Dear Quentin (your order), it is late.");
  await expect(page.getByText("This conversation is resolved")).toBeVisible();
});

test("a message can be put off, changed, and sent before its time", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Rosa Engel");
  await customer.says("Tell me when it is there");
  const agent = await signInAs(browser, server, "amara@demo.example");
  const { page } = agent;
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  const field = page.getByRole("textbox", { name: "Your answer" });
  await field.fill("It has arived.");
  await page.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Send later…" }).click();
  await page.getByRole("button", { name: /In an hour/ }).click();
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: /One message is scheduled/ }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Your answer").fill("It has arrived.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It has arrived.")).toBeVisible();
  expect(await customer.sentTo()).toEqual([]);
  await page.getByRole("button", { name: "Send now" }).click();
  await customer.received("It has arrived.");
  await agent.seesStatus("It has arrived.", "Read");
});

test("buttons are put off as words are, and for a time after the window a template is put off in their place", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Ruth Engel");
  await customer.says("Ask me later", { agoSeconds: 23.5 * 3_600 });
  const agent = await signInAs(browser, server, "amara@demo.example");
  const { page } = agent;
  await page.goto("/demo/inbox?view=unassigned");
  await pressUntil(page, ["/"], page.locator("input:focus"));
  await page.keyboard.type(customer.name);
  await page.getByRole("link", { name: customer.name }).first().click();
  await page.getByRole("button", { name: "Buttons or a list to choose from" }).click();
  const menu = page.getByRole("dialog", { name: "A question with answers to tap" });
  await menu.getByLabel("Question").fill("Does it fit?");
  await menu.getByLabel("Button 1", { exact: true }).fill("Yes");
  await menu.getByRole("button", { name: "Send later…" }).click();
  await page.getByRole("button", { name: /In an hour/ }).click();
  const late = page.getByText(/Unless the customer writes before, WhatsApp will not take this message then/);
  await expect(late).toBeVisible();
  await page.getByRole("button", { name: "Choose a template" }).click();
  const picker = page.getByRole("dialog", { name: /template/i }).last();
  await picker.getByPlaceholder("Search by name or words").fill("confirmation_named");
  await picker.getByRole("button", { name: /order_confirmation_named/ }).click();
  await picker.getByLabel("Order number").fill("50003");
  await picker.getByRole("button", { name: "Schedule" }).click();
  await expect(picker).toBeHidden();
  await menu.getByRole("button", { name: "Send later…" }).click();
  await page.getByLabel("Day and time").fill(await soon(page));
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(menu).toBeHidden();
  await page.getByRole("button", { name: /2 messages are scheduled/ }).click();
  await expect(page.getByText(/Your order \*?50003\*? is confirmed/)).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Does it fit?" })
    .getByRole("button", { name: "Send now" })
    .click();
  await expect.poll(async () => (await customer.sentTo()).map(({ body }) => body.type)).toEqual(["interactive"]);
});

/** The earliest time that the field takes, with some minutes to spare. */
async function soon(page: Page): Promise<string> {
  const least = (await page.getByLabel("Day and time").getAttribute("min")) ?? "";
  return new Date(Date.parse(`${least}Z`) + 10 * 60_000).toISOString().slice(0, 16);
}

test("within the seconds that a member chose, a message is taken back and never leaves", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Sten Adler");
  await customer.says("Hello");
  const agent = await signInAs(browser, server, "lena@demo.example");
  const { page } = agent;
  const slug = new URL(page.url()).pathname.split("/")[1];
  const setUndo = async (label: string) => {
    await page.goto(`/${slug}/settings/profile`);
    await page.getByLabel("Undo sending").selectOption({ label });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved")).toBeVisible();
  };
  await setUndo("10 seconds");
  await page.goto(`/${slug}/inbox`);
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  await agent.replies("Helo Stem");
  await page.getByRole("button", { name: "Undo" }).click();
  const field = page.getByRole("textbox", { name: "Your answer" });
  await expect(field).toHaveValue("Helo Stem");
  await expect(page.getByRole("log").getByText("Helo Stem")).toHaveCount(0);
  await field.fill("");
  await setUndo("Off: it leaves at once");
  await page.goto(`/${slug}/inbox`);
  await agent.opens("Mine", customer.name);
  await agent.replies("Hello Sten");
  await customer.received("Hello Sten");
  expect(await customer.sentTo()).toHaveLength(1);
});
