import type { Page } from "playwright/test";
import { expectNoBarrier } from "./support/barriers";
import { conversationIdOf, type Member, signInAs } from "./support/member";
import { makeTemplate, newCustomer, setFault } from "./support/simulator";
import { expect, test } from "./support/test";

const offer = { name: "autumn_offer", language: { code: "en" } };
const stopText = "You will get no more offers and news from us on WhatsApp.";
const startText = "You will get our offers and news on WhatsApp again.";
const reason = "The customer opted out of marketing messages.";

test.use({ expectedErrors: ["409"] });

test("STOP and START: offers end and come back by the customer's word, answers go on, and the screen says why", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Petra Vance");
  const admin = await signInAs(browser, server, "admin@demo.example");
  await bringTemplate(server.simulatorUrl, admin.page);
  const agent = await signInAs(browser, server, "lena@demo.example");
  const { page } = agent;
  const marketing = page.getByRole("complementary", { name: "Contact" }).getByText(/^(Yes|No), since/);
  const told = async (text: string) => (await customer.sentTo()).filter(({ body }) => textOf(body).includes(text));

  await customer.says("Is my order on its way?");
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  await recordsConsent(agent);
  await expect(marketing.filter({ hasText: "in person" })).toBeVisible();
  expect((await sendOffer(page)).status()).toBe(200);
  await expect.poll(() => offersTo(customer)).toBe(1);

  // The offer waits behind an answer that takes its time: STOP comes in between.
  await setFault(server.simulatorUrl, { match: { to: customer.waId }, times: 1, fault: "slow:8000" });
  expect((await send(page, { type: "text", text: { body: "One moment, I look it up." } })).status()).toBe(200);
  const waiting = await sendOffer(page);
  expect(waiting.status()).toBe(200);
  await customer.says("Stop!");
  await expect(marketing.filter({ hasText: "No, since" })).toBeVisible();
  await expect(page.getByRole("log").getByText(reason)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("log").getByText("(marketing_consent_withdrawn)")).toBeVisible();

  await expect.poll(() => told(stopText), { timeout: 30_000 }).toHaveLength(1);
  await customer.says("STOP");
  await agent.sees("STOP");
  const refused = await sendOffer(page);
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({ code: "marketing_consent_withdrawn", title: reason });
  await sendsOfferByHand(page);
  const alert = page.getByRole("log").getByRole("alert");
  await expect(alert).toContainText(reason);
  await expect(alert).toContainText("by START for instance");
  await alert.getByRole("button", { name: "Discard" }).click();
  await agent.replies("It left this morning.");
  await customer.received("It left this morning.");
  expect(await told(stopText)).toHaveLength(1);
  expect(await offersTo(customer)).toBe(1);

  await page.getByRole("button", { name: "History" }).click();
  const history = page.getByRole("dialog");
  await expect(history.getByText("Marketing: opted out").first()).toBeVisible();
  await expect(history.getByText("Stop!")).toBeVisible();
  await expect(history.getByText("Signed the card at the fair")).toBeVisible();
  await expectNoBarrier(page, "[role=dialog]");
  await page.keyboard.press("Escape");

  await customer.says("start");
  await expect.poll(() => told(startText)).toHaveLength(1);
  await expect(marketing.filter({ hasText: "Yes, since" }).last()).toBeVisible();
  expect((await sendOffer(page)).status()).toBe(200);
  await expect.poll(() => offersTo(customer)).toBe(2);

  async function offersTo(who: typeof customer): Promise<number> {
    return (await who.sentTo()).filter(({ body }) => body.type === "template").length;
  }
});

test("who wrote STOP is begun with anew only by a newer consent, and the dialog says when and by what words they left", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Petra Vance");
  const admin = await signInAs(browser, server, "admin@demo.example");
  await bringTemplate(server.simulatorUrl, admin.page);
  await customer.says("Stop!", { agoSeconds: 600 });
  const { page } = await signInAs(browser, server, "lena@demo.example");
  await page.getByRole("button", { name: "New conversation" }).click();
  const dialog = page.getByRole("dialog", { name: "New conversation" });
  await dialog.getByLabel("To", { exact: true }).fill(customer.name);
  await dialog.getByRole("button", { name: customer.name }).click();
  await dialog.getByPlaceholder("Search by name or words").fill(offer.name);
  await dialog.getByRole("button", { name: new RegExp(offer.name) }).click();
  await expect(dialog.getByText(/^Opted out of marketing messages on .*, by message\./)).toBeVisible();
  await expect(dialog.getByText("Stop!")).toBeVisible();
  await dialog.getByLabel("What proves it").fill("Ticked the box on the order form of 3 May");
  await expect(dialog.getByText("Missing: when they agreed again")).toBeVisible();
  await dialog.getByLabel("When they agreed again").fill("2026-05-03T10:00");
  await expect(dialog.getByText("This is not later than the opt-out.")).toBeVisible();
  const send = dialog.getByRole("button", { name: "Send and open" });
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await expectNoBarrier(page, "[role=dialog]");
  const when = dialog.getByLabel("When they agreed again");
  await when.fill((await when.getAttribute("max")) ?? "");
  await expect(send).toHaveAttribute("aria-disabled", "false");
  await send.click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await customer.sentTo()).filter(({ body }) => body.type === "template").length)
    .toBe(1);
});

/** As an agent does who has not looked at the panel; the dialog warns, and the gate decides. */
async function sendsOfferByHand(page: Page) {
  await page.getByRole("button", { name: "Templates", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Send a template" });
  await dialog.getByRole("button", { name: new RegExp(offer.name) }).click();
  await expect(dialog.getByText("opted out of marketing messages")).toBeVisible();
  await dialog.getByRole("button", { name: "Send template" }).click();
}

async function recordsConsent({ page }: Member) {
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByLabel("Proof").fill("Signed the card at the fair");
  await page.getByRole("button", { name: "Record consent" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

const sendOffer = (page: Page) => send(page, { type: "template", template: offer });

function send(page: Page, message: Record<string, unknown>) {
  return page.request.post(`/api/v1/conversations/${conversationIdOf(page)}/messages`, {
    headers: headersOf(page),
    data: { clientId: crypto.randomUUID(), ...message },
  });
}

/** An offer that Meta has approved, read from the account as an admin does. */
async function bringTemplate(simulatorUrl: string, page: Page) {
  const headers = headersOf(page);
  const channels = await (await page.request.get("/api/v1/channels", { headers })).json();
  const wabaId: string = channels.items[0].wabaId;
  await makeTemplate(simulatorUrl, { wabaId, name: offer.name, language: "en", category: "MARKETING" });
  await page.request.post("/api/v1/templates/sync", { headers, data: {} });
  const isThere = async () => {
    const found = await (await page.request.get(`/api/v1/templates?search=${offer.name}`, { headers })).json();
    return found.items.length;
  };
  await expect.poll(isThere).toBe(1);
}

function headersOf(page: Page) {
  return { "x-workspace": "demo", origin: new URL(page.url()).origin };
}

function textOf(body: Record<string, unknown>): string {
  return (body.text as { body?: string } | undefined)?.body ?? "";
}
