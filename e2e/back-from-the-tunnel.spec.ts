import { signInAs } from "./support/member";
import { type Customer, newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

test.use({ expectedErrors: ["ERR_INTERNET_DISCONNECTED", "WebSocket connection"] });

const textsOf = async (customer: Customer) =>
  (await customer.sentTo()).flatMap(({ body }) => (body.text as { body?: string } | undefined)?.body ?? []);

test("back from the tunnel: what was written without a line goes out once and in order, and nothing that came is missing", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Ottilie Brand");
  await customer.says("Are you still there?");
  const agent = await signInAs(browser, server, "lena@demo.example");
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  await agent.replies("I am, on the train.");
  await customer.received("I am, on the train.");

  await agent.page.context().setOffline(true);
  for (const text of ["First from the tunnel", "Second from the tunnel", "Third from the tunnel"]) {
    await agent.replies(text);
    await agent.sees(text);
  }
  await agent.seesStatus("First from the tunnel", "Waiting for the connection");
  await customer.says("Hello? Where did you go?");
  expect(await textsOf(customer)).toEqual(["I am, on the train."]);

  await agent.page.context().setOffline(false);
  await agent.sees("Hello? Where did you go?");
  await agent.seesStatus("Third from the tunnel", "Read");
  expect(await textsOf(customer)).toEqual([
    "I am, on the train.",
    "First from the tunnel",
    "Second from the tunnel",
    "Third from the tunnel",
  ]);
  const thread = agent.page.getByRole("log");
  for (const text of ["First from", "Second from", "Third from", "Where did you go"]) {
    await expect(thread.getByRole("article").filter({ hasText: text })).toHaveCount(1);
  }
});

test("a tab that is closed in the tunnel loses nothing: the next one sends what was left, and words half written are there", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Benno Falk");
  await customer.says("Which platform?");
  const agent = await signInAs(browser, server, "amara@demo.example");
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  const place = agent.page.url();
  const context = agent.page.context();
  await context.setOffline(true);
  await agent.replies("Platform seven.");
  await agent.seesStatus("Platform seven.", "Waiting for the connection");
  await agent.page.getByRole("textbox", { name: "Your answer" }).fill("Mind the");
  await agent.page.close();

  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(place);
  await customer.received("Platform seven.");
  await expect(next.getByRole("textbox", { name: "Your answer" })).toHaveValue("Mind the");
  await expect(next.getByRole("log").getByRole("article").filter({ hasText: "Platform seven." })).toHaveCount(1);
  expect(await textsOf(customer)).toEqual(["Platform seven."]);
});
