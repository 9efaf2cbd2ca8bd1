import { signInAs } from "./support/member";
import { newCustomer, setFault } from "./support/simulator";
import { expect, test } from "./support/test";

test("an agent answers a customer: the message appears at once, the answer reaches the phone, the ticks turn blue", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Wanda Quill");
  const agent = await signInAs(browser, server, "lena@demo.example");
  await customer.says("Is my order on its way?");
  await agent.opens("Unassigned", customer.name);
  await agent.sees("Is my order on its way?");
  await agent.claims();
  await agent.replies("It left this morning.");
  await customer.received("It left this morning.");
  await agent.seesStatus("It left this morning.", "Read");
  await customer.says("Thank you *so* much");
  await agent.sees("Thank you so much");
});

test("each new message is announced once, also the same words twice in one second", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Vera Twice");
  const agent = await signInAs(browser, server, "lena@demo.example");
  await customer.says("Is anybody there?");
  await agent.opens("Unassigned", customer.name);
  await agent.sees("Is anybody there?");
  const told = agent.page.locator("[aria-live=polite]").getByText(`${customer.name}: `);
  await Promise.all([customer.says("Hello?"), customer.says("Hello?")]);
  await expect(told).toHaveText([/Hello\?/, /Hello\?/]);
  await customer.says("I am waiting");
  await expect(told).toHaveText([/Hello\?/, /Hello\?/, /I am waiting/]);
});

test("a message that WhatsApp refuses says why and what to do", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Edwin Marsh");
  const agent = await signInAs(browser, server, "amara@demo.example");
  await customer.says("Are you there?");
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  await setFault(server.simulatorUrl, { match: { to: customer.waId }, times: 1, fault: "error:131026" });
  await agent.replies("We are.");
  await agent.seesStatus("We are.", "131026");
  await expect(agent.page.getByRole("button", { name: "Send again" })).toBeVisible();
  expect((await customer.sentTo()).length).toBe(0);
});
