import type { Page } from "playwright/test";
import { conversationIdOf, type Member, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const lines = (page: Page) => page.getByRole("log");
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });

/** Outside of every field, so that keys are actions. */
async function press(page: Page, keys: string) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press(keys);
}

async function opensNew(member: Member, simulatorUrl: string, name: string) {
  const customer = newCustomer(simulatorUrl, name);
  await customer.says("Where is my kettle?");
  await member.opens("Unassigned", customer.name);
  await member.claims();
  await expect(member.page.getByText("You took this")).toBeVisible();
  return customer;
}

test("a note calls a colleague, who finds it under Mentions, and the customer never gets it", async ({
  browser,
  server,
}) => {
  const lena = await signInAs(browser, server, "lena@demo.example");
  const amara = await signInAs(browser, server, "amara@demo.example");
  const customer = await opensNew(lena, server.simulatorUrl, "Nora Note");
  const { page } = lena;
  await press(page, "n");
  const note = page.getByRole("textbox", { name: "Your note" });
  await note.pressSequentially("@ama");
  await page.getByRole("option", { name: "Amara Okafor" }).waitFor();
  await page.keyboard.press("Enter");
  await note.pressSequentially("can you open a trace?");
  await page.keyboard.press("Enter");
  await expect(lines(page).getByRole("article", { name: "Note for the team" })).toContainText("@Amara Okafor can you");

  await views(amara.page)
    .getByRole("link", { name: /Mentions/ })
    .click();
  await amara.page.getByRole("link", { name: customer.name }).click();
  await expect(lines(amara.page)).toContainText("can you open a trace?");
  await expect(amara.page.getByText("Lena Maurer took this")).toBeVisible();
  await expect(views(amara.page).getByRole("link", { name: "Mentions", exact: true })).toBeVisible();

  const written = lines(page).getByRole("article", { name: "Note for the team" });
  await written.hover();
  await written.getByRole("button", { name: "Delete the note" }).click();
  await expect(lines(amara.page).getByText("can you open a trace?")).toBeHidden();
  await press(page, "Control+z");
  await expect(lines(amara.page).getByText("can you open a trace?")).toBeVisible();
  expect(await customer.sentTo()).toEqual([]);
});

test("by keyboard alone: label, priority, snooze and its undo, hand over with a note, and it is on the other screen", async ({
  browser,
  server,
}) => {
  const manager = await signInAs(browser, server, "admin@demo.example");
  const customer = await opensNew(manager, server.simulatorUrl, "Sora Snooze");
  const { page } = manager;
  await press(page, "l");
  await page.getByRole("combobox", { name: "Find a label" }).pressSequentially("Kettle");
  await page.getByRole("option", { name: /Kettle/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByText("You added Kettle")).toBeVisible();

  await press(page, "z");
  await page.getByRole("menuitem", { name: "Until the customer writes" }).click();
  await expect(page.getByText("You snoozed this until the customer writes")).toBeVisible();
  await views(page)
    .getByRole("link", { name: /Snoozed/ })
    .click();
  await expect(
    page.getByRole("list", { name: "Conversations" }).getByRole("link", { name: customer.name }),
  ).toBeVisible();
  await press(page, "Control+z");
  await expect(
    page.getByRole("list", { name: "Conversations" }).getByRole("link", { name: customer.name }),
  ).toBeHidden();

  await press(page, "t");
  await expect(page.getByRole("combobox", { name: "To" })).toBeFocused();
  await page.keyboard.type("Amara");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Note" }).fill("Wants the blue one.");
  await page.getByRole("button", { name: "Hand over to Amara Okafor" }).click();
  const amara = await signInAs(browser, server, "amara@demo.example");
  await amara.page.goto(page.url());
  await expect(lines(amara.page)).toContainText("Wants the blue one.");
  await expect(lines(amara.page)).toContainText("assigned this to you");
  expect(conversationIdOf(amara.page)).toBe(conversationIdOf(page));
});

test("several at once: selected by key, resolved, taken back", async ({ browser, server }) => {
  const lena = await signInAs(browser, server, "lena@demo.example");
  const one = await opensNew(lena, server.simulatorUrl, "Bulk One");
  const two = await opensNew(lena, server.simulatorUrl, "Bulk Two");
  const { page } = lena;
  await views(page).getByRole("link", { name: /Mine/ }).click();
  const list = page.getByRole("list", { name: "Conversations" });
  await expect(list.getByRole("link", { name: one.name })).toBeVisible();
  for (const name of [two.name, one.name]) {
    await list.getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
    await press(page, "x");
  }
  const bar = page.getByRole("toolbar", { name: "Selected conversations" });
  await expect(bar).toContainText("2 selected");
  await bar.getByRole("button", { name: "Mark as spam" }).click();
  await expect(page.getByText("2 moved to the spam")).toBeVisible();
  await expect(list.getByRole("link", { name: one.name })).toBeHidden();
  await press(page, "Control+z");
  await expect(list.getByRole("link", { name: one.name })).toBeVisible();
  await expect(list.getByRole("link", { name: two.name })).toBeVisible();
});

test("two who look at one conversation see each other, and a second answer is held back", async ({
  browser,
  server,
}) => {
  const lena = await signInAs(browser, server, "lena@demo.example");
  const amara = await signInAs(browser, server, "amara@demo.example");
  const customer = await opensNew(lena, server.simulatorUrl, "Cora Collision");
  await amara.page.goto(lena.page.url());
  await amara.page.bringToFront();
  const answer = (member: Member) => member.page.getByRole("textbox", { name: "Your answer" });
  await answer(amara).pressSequentially("Let me");
  await expect(lena.page.getByText("Amara Okafor is writing an answer").first()).toBeAttached();
  await answer(lena).fill("It leaves today.");
  await lena.page.getByRole("button", { name: "Send", exact: true }).click();
  await amara.sees("It leaves today.");
  await answer(amara).press("Control+Shift+Enter");
  await expect(amara.page.getByText("Lena Maurer has just answered:")).toBeVisible();
  await amara.page.getByRole("button", { name: "Send anyway" }).click();
  await customer.received("Let me");
  await expect(amara.page.getByText("This conversation is resolved")).toBeVisible();
  expect(await customer.sentTo()).toHaveLength(2);
});
