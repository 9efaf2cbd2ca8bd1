import type { Browser, Page } from "playwright/test";
import { conversationIdOf, type Member, signInAs } from "./support/member";
import { makeTemplate, newCustomer, openPhone } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

type Place = { url: string; password: string; simulatorUrl: string };

const DAY_SECONDS = 86_400;

/** An agent in a department of their own, and an admin on its page. */
async function scene(browser: Browser, server: Place) {
  const lena = await signInAs(browser, server, "lena@demo.example");
  const admin = await signInAs(browser, server, "admin@demo.example");
  const ask = askAs(admin, server);
  const { items: members } = await ask("get", "/members?limit=100");
  const lenasId = members.find(({ name }: { name: string }) => name === "Lena Maurer").id;
  const department = await ask("post", "/departments", { name: `Lamps ${uniqueWord()}`, memberIds: [lenasId] });
  const conversation = { memberId: lenasId, departmentId: department.id, note: "Yours" };
  const transfer = () => ask("post", `/conversations/${conversationIdOf(lena.page)}/transfer`, conversation);
  return { lena, admin, ask, department, transfer };
}

function askAs({ page }: Member, { url }: Place) {
  return async (method: "post" | "get", path: string, data?: Record<string, unknown>) => {
    const headers = { "x-workspace": "demo", origin: url };
    const response = await page.request[method](`/api/v1${path}`, { headers, ...(data ? { data } : {}) });
    expect(response.ok(), `${path}: ${response.status()}`).toBe(true);
    return response.json();
  };
}

/** The section of a department's page in which it says what it asks. */
async function openSurvey({ page }: Member, departmentId: string) {
  await page.goto(`/demo/settings/departments/${departmentId}`);
  const survey = page.getByRole("region", { name: "Satisfaction" });
  const save = async () => {
    const saved = page.waitForResponse((response) => response.request().method() === "PUT");
    await survey.getByRole("button", { name: "Save" }).click();
    expect((await saved).status()).toBe(200);
  };
  await survey.getByRole("checkbox", { name: /^Ask customers/ }).check();
  return { survey, save };
}

const thread = (page: Page) => page.getByRole("log");
const chat = (phone: Page) => phone.getByRole("log", { name: "Chat" });

test("a customer is asked how it was, answers on the phone, and who is concerned reads it", async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const customer = newCustomer(server.simulatorUrl, "Ella Ember");
  const { lena, admin, department, transfer } = await scene(browser, server);
  const mara = await signInAs(browser, server, "manager@demo.example");
  const { save } = await openSurvey(admin, department.id);
  await save();

  await customer.says("My lamp flickers.");
  await lena.opens("Unassigned", customer.name);
  await transfer();
  await lena.replies("A new bulb is on its way.");
  await customer.received("A new bulb is on its way.");
  await lena.page.getByRole("button", { name: "Resolve" }).first().click();

  const phone = await openPhone(browser, server.simulatorUrl, customer);
  await expect(chat(phone)).toContainText("How did we do?");
  await phone.getByRole("button", { name: "Okay" }).click();
  await expect(chat(phone)).toContainText("What could we do better?");
  await phone.getByRole("textbox", { name: "Message" }).fill("Tell me the parcel number sooner.");
  await phone.getByRole("button", { name: "Send" }).click();
  await expect(chat(phone)).toContainText("Thank you, that helps us.");

  const conversationId = conversationIdOf(lena.page);
  await lena.page.goto(`/demo/inbox/${conversationId}?view=resolved`);
  await expect(thread(lena.page).getByText("The customer gave 3 of 5")).toBeVisible();
  await lena.sees("Tell me the parcel number sooner.");
  await expect(lena.page.getByRole("button", { name: "Reopen" }).first()).toBeVisible();
  await lena.page.goto("/demo/today");
  const said = lena.page.getByRole("region", { name: "What customers said" });
  await expect(said.getByRole("link", { name: customer.name })).toContainText("Tell me the parcel number sooner.");
  await expect(said.getByRole("link", { name: customer.name }).getByRole("img")).toHaveAccessibleName("3 of 5");

  await mara.page.goto(`/demo/inbox/${conversationId}?view=resolved`);
  await expect(thread(mara.page).getByText("The customer gave 3 of 5")).toBeVisible();
  const heading = mara.page.getByRole("heading", { name: "Satisfaction" });
  const panel = mara.page.locator("section").filter({ has: heading }).last();
  await expect(panel).toContainText("3 of 5");
  await expect(panel).toContainText("Tell me the parcel number sooner.");
});

test("outside the window the department's template asks, filled in as the department says", async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const customer = newCustomer(server.simulatorUrl, "Nils Ohm");
  const { lena, admin, ask, department, transfer } = await scene(browser, server);
  const name = `how_was_it_${uniqueWord().toLowerCase()}`;
  const { items: channels } = await ask("get", "/channels");
  const quickReplies = ["Good", "Fair", "Poor"].map((text) => ({ type: "QUICK_REPLY", text }));
  await makeTemplate(server.simulatorUrl, {
    ...{ wabaId: channels[0].wabaId, name, language: "en", category: "UTILITY" },
    components: [
      { type: "BODY", text: "Hello {{1}}, this is {{2}}. How did we do?", example: { body_text: [["Mei", "Lena"]] } },
      { type: "BUTTONS", buttons: quickReplies },
    ],
  });
  await ask("post", "/templates/sync", {});
  await expect.poll(async () => (await ask("get", `/templates?search=${name}`)).items.length).toBe(1);

  const { survey, save } = await openSurvey(admin, department.id);
  await survey.getByLabel("Template after the service window").selectOption({ label: `${name} (en)` });
  await expect(survey.getByLabel("Value 1")).toHaveValue("contact.firstName");
  await survey.getByLabel("Value 2").selectOption({ label: "Agent's first name" });
  await survey.getByLabel("Where it is not known").last().fill("your lamp shop");
  await save();

  await customer.says("I wrote two days ago", { agoSeconds: 2 * DAY_SECONDS });
  await lena.opens("Unassigned", customer.name);
  await transfer();
  const conversationId = conversationIdOf(lena.page);
  const known = { name: "order_confirmation_named", language: { code: "en_US" } };
  const parameters = ["first_name", "order_number"].map((parameter_name) => ({
    ...{ type: "text", parameter_name, text: "50001" },
  }));
  await askAs(lena, server)("post", `/conversations/${conversationId}/messages`, {
    ...{ clientId: crypto.randomUUID(), type: "template" },
    template: { ...known, components: [{ type: "body", parameters }] },
  });
  await lena.page.getByRole("button", { name: "Resolve" }).first().click();

  const phone = await openPhone(browser, server.simulatorUrl, customer);
  await expect(chat(phone)).toContainText("Hello Nils, this is Lena. How did we do?");
  await phone.getByRole("button", { name: "Good", exact: true }).click();
  await expect(chat(phone)).toContainText("What could we do better?");
  await lena.page.goto(`/demo/inbox/${conversationId}?view=resolved`);
  await expect(thread(lena.page).getByText("The customer gave 5 of 5")).toBeVisible();
});
