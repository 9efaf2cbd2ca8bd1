import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

test("what a member reads on one device is read on the other at once", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Ottilie Brandt");
  await customer.says("Is anybody there?");
  const desk = await signInAs(browser, server, "lena@demo.example");
  const laptop = await signInAs(browser, server, "lena@demo.example");
  for (const { page } of [desk, laptop]) {
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Unassigned" }).click();
  }
  const unread = (page: typeof desk.page) =>
    page.getByRole("link", { name: customer.name }).first().getByText("1 unread message");
  await expect(unread(laptop.page)).toBeVisible();
  await desk.opens("Unassigned", customer.name);
  await desk.sees("Is anybody there?");
  await expect(unread(laptop.page)).toHaveCount(0);
  await expect(desk.page.getByText("New since you looked")).toBeVisible();
});

test("a note that was found opens its conversation where it stands", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Nestor Quill");
  await customer.says("The first of many");
  const agent = await signInAs(browser, server, "lena@demo.example");
  const { page } = agent;
  await agent.opens("Unassigned", customer.name);
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByRole("textbox", { name: "Your note" }).fill("Zebrawood samples were promised");
  await page.keyboard.press("Enter");
  const note = page.getByRole("log").getByRole("article").filter({ hasText: "Zebrawood" });
  await expect(note).toBeVisible();
  for (let count = 1; count <= 70; count += 1) await customer.says(`Something else, number ${count}`);
  await agent.sees("Something else, number 70");
  await page.goto("/demo/inbox");
  await page.getByRole("searchbox", { name: "Search messages, contacts and notes" }).fill("zebrawood");
  await page.getByRole("region", { name: "Notes" }).getByRole("link").first().click();
  await expect(note).toBeInViewport({ timeout: 20_000 });
});
