import { conversationIdOf, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const DAY_SECONDS = 86_400;

test("outside the window the composer says so and nothing leaves; the customer's next message opens it", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Basil Thorne");
  await customer.says("I wrote two days ago", { agoSeconds: 2 * DAY_SECONDS });
  const agent = await signInAs(browser, server, "lena@demo.example");
  await agent.opens("Unassigned", customer.name);
  await expect(agent.page.getByText("The 24-hour window is closed")).toBeVisible();
  await expect(agent.page.getByRole("textbox", { name: "Your answer" })).toHaveCount(0);

  const conversationId = conversationIdOf(agent.page);
  const answer = await agent.page.request.post(`/api/v1/conversations/${conversationId}/messages`, {
    headers: { "x-workspace": "demo", origin: new URL(agent.page.url()).origin },
    data: { clientId: crypto.randomUUID(), type: "text", text: { body: "Too late" } },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "window_closed", nextStep: expect.any(String) });
  expect(await customer.sentTo()).toEqual([]);

  await customer.says("Still there?");
  await agent.claims();
  await agent.replies("We are, sorry for the wait.");
  await customer.received("We are, sorry for the wait.");
});
