import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const businessId = "106540352242922";

/** A number that is in use by its country's rules, and nobody else's. */
const freshPhone = () => `1650253${String(Math.floor(Math.random() * 9_000) + 1_000)}`;

/** The customer's phone, as the simulator shows it. */
async function openPhone(page: Page, simulatorUrl: string, name: string) {
  await page.goto(`${simulatorUrl}/?to=${businessId}`);
  await page.getByRole("button", { name }).first().click();
  return page.getByRole("log", { name: "Chat" });
}

test("a new conversation by template: filled in, it reaches the phone; the customer answers and the conversation is open", async ({
  browser,
  server,
}) => {
  const waId = freshPhone();
  const { page: desk, ...agent } = await signInAs(browser, server, "lena@demo.example");
  await desk.getByRole("button", { name: "New conversation" }).click();
  const dialog = desk.getByRole("dialog", { name: "New conversation" });

  await dialog.getByLabel("To", { exact: true }).fill("+1 650 25");
  await expect(dialog.getByText("This number is too short for its country.")).toBeVisible();
  await dialog.getByLabel("To", { exact: true }).fill(`+${waId}`);
  await dialog.getByRole("button", { name: /Write to \+1 650 253/ }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("Ines Faber");

  await dialog.getByPlaceholder("Search by name or words").fill("parcel left");
  await dialog.getByRole("button", { name: /order_on_its_way/ }).click();
  await expect(dialog.getByLabel("First name")).toHaveValue("Ines");
  const send = dialog.getByRole("button", { name: "Send and open" });
  await expect(dialog.getByText(/^Missing: Order number, Delivery day/)).toBeVisible();
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Delivery day").press("Enter");
  await expect(dialog.getByLabel("Order number")).toBeFocused();

  await dialog.getByLabel("Order number").fill("48213");
  await dialog.getByLabel("Delivery day").fill("Thursday");
  await dialog.getByLabel("End of the link of “Track the parcel”").fill("JD014600");
  await expect(dialog.getByText("Missing: the proof of consent")).toBeVisible();
  await dialog.getByLabel("What proves it").fill("Ticked the box on the order form of 3 May");
  const preview = dialog.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("Hi Ines, your parcel left our warehouse and should be with you by Thursday.");
  await send.click();

  await expect(dialog).toBeHidden();
  await expect(desk.getByRole("heading", { name: "Ines Faber" })).toBeVisible();
  const sent = desk.getByRole("log").getByRole("article").last();
  await expect(sent).toContainText("Order 48213");
  await expect(sent).toContainText("Change the address");
  await expect(sent).not.toContainText("{{");
  await expect(desk.getByText("The customer has not written yet.")).toBeVisible();

  const phone = await browser.newPage();
  const chat = await openPhone(phone, server.simulatorUrl, `+${waId}`);
  await expect(chat).toContainText("Order 48213");
  await expect(chat).toContainText("Hi Ines, your parcel left our warehouse and should be with you by Thursday.");
  await phone.getByRole("button", { name: "Change the address" }).click();

  await agent.sees("Change the address");
  const answer = desk.getByRole("textbox", { name: "Your answer" });
  await expect(answer).toBeVisible();
  await agent.replies("Where should it go, then?");
  await expect(chat).toContainText("Where should it go, then?");
});

test("a contact who wrote once is found by name, needs no proof, and the template goes into their open conversation", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Oda Lind");
  await customer.says("Where is my parcel?");
  const { page: desk } = await signInAs(browser, server, "lena@demo.example");
  await desk.getByRole("button", { name: "New conversation" }).click();
  const dialog = desk.getByRole("dialog", { name: "New conversation" });
  await dialog.getByLabel("To", { exact: true }).fill(customer.name);
  await dialog.getByRole("button", { name: customer.name }).click();
  await expect(dialog.getByText(/has an open conversation on this number/)).toBeVisible();
  await dialog.getByPlaceholder("Search by name or words").fill("confirmation_named");
  await dialog.getByRole("button", { name: /order_confirmation_named/ }).click();
  await dialog.getByLabel("Order number").fill("50002");
  await expect(dialog.getByLabel("What proves it")).toBeHidden();
  await dialog.getByRole("button", { name: "Send and open" }).click();
  await expect(dialog).toBeHidden();
  const thread = desk.getByRole("log");
  await expect(thread.getByRole("article").last()).toContainText("Your order 50002 is confirmed.");
  await expect(thread.getByText("Where is my parcel?")).toBeVisible();
});

test("outside the window a template is chosen, filled in from the contact and sent by the keyboard", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Hester Vance");
  await customer.says("I wrote two days ago", { agoSeconds: 172_800 });
  const { page: desk } = await signInAs(browser, server, "lena@demo.example");
  await desk.getByRole("searchbox", { name: "Search messages, contacts and notes" }).fill(customer.name);
  await desk.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Unassigned" }).click();
  await desk.getByRole("link", { name: customer.name }).first().click();
  await expect(desk.getByText("The 24-hour window is closed.")).toBeVisible();

  await desk.keyboard.press("Shift+T");
  await expect(desk.getByPlaceholder("Search by name or words")).toBeFocused();
  await desk.keyboard.type("confirmation_named");
  await expect(desk.getByRole("button", { name: /order_confirmation_named/ })).toBeVisible();
  await expect(desk.getByRole("list", { name: "Templates" }).getByRole("listitem")).toHaveCount(1);
  await desk.keyboard.press("Enter");
  await expect(desk.getByLabel("First name")).toHaveValue("Hester");
  await desk.getByLabel("Order number").focus();
  await desk.keyboard.type("50001");
  await desk.keyboard.press("Enter");

  const sent = desk.getByRole("log").getByRole("article").last();
  await expect(sent).toContainText("Thank you, Hester. Your order 50001 is confirmed.");
  await expect.poll(async () => (await customer.sentTo()).map(({ body }) => body.type)).toEqual(["template"]);
});

test("a template that Meta pauses can be chosen no more, on every open screen", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Otis Lind");
  await customer.says("Hello?", { agoSeconds: 172_800 });
  const { page: desk } = await signInAs(browser, server, "amara@demo.example");
  await desk.getByRole("searchbox", { name: "Search messages, contacts and notes" }).fill(customer.name);
  await desk.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Unassigned" }).click();
  await desk.getByRole("link", { name: customer.name }).first().click();
  await desk.getByPlaceholder("Search by name or words").fill("pickup");
  const row = desk.getByRole("button", { name: /pickup_point/ });
  await expect(row).toHaveAttribute("aria-disabled", "false");

  const setStatus = (status: string) =>
    fetch(`${server.simulatorUrl}/control/templates`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ wabaId: "102290129340398", name: "pickup_point", language: "en", status }),
    });
  await setStatus("PAUSED");
  await expect(row).toHaveAttribute("aria-disabled", "true");
  await expect(row).toContainText("WhatsApp paused this template");
  // Meta's webhooks tell whole seconds: of two in the same one, nobody knows which came last.
  const second = Math.floor(Date.now() / 1_000);
  await expect.poll(() => Math.floor(Date.now() / 1_000)).toBeGreaterThan(second);
  await setStatus("APPROVED");
  await expect(row).toHaveAttribute("aria-disabled", "false");
});
