import { signInAs } from "./support/member";
import { type Customer, newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

/** What another responder of the number does, such as Meta's own agent. */
async function responder(simulatorUrl: string, { waId }: Customer, does: object) {
  const answer = await fetch(`${simulatorUrl}/control/responders`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ phoneNumberId: "106540352242922", from: waId, ...does }),
  });
  expect(await answer.json()).toMatchObject({ webhook: { status: 200 } });
}

test("a thread that another responder has is shown as theirs, and can be taken over", async ({ browser, server }) => {
  const customer = newCustomer(server.simulatorUrl, "Rosa Lindt");
  await customer.says("When do you open?", { agoSeconds: 20 });
  const agent = await signInAs(browser, server, "lena@demo.example");
  const { page } = agent;
  await agent.opens("Unassigned", customer.name);
  await responder(server.simulatorUrl, customer, { responder: "ai_agent" });
  await expect(page.getByText("Another responder has this thread")).toBeVisible();
  await expect(page.getByText("An AI agent answers here from outside of Parley")).toBeVisible();
  await responder(server.simulatorUrl, customer, { says: "We open at nine." });
  await agent.sees("We open at nine.");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/responder.png` });
  await page.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByText("You took the thread over")).toBeVisible();
  await agent.replies("A person here: from nine, also on Sundays.");
  await customer.received("A person here: from nine, also on Sundays.");
});
