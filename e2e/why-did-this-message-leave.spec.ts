import { expectNoBarrier } from "./support/barriers";
import { signInAs } from "./support/member";
import { newCustomer, setFault } from "./support/simulator";
import { expect, test } from "./support/test";

test("a message says how it fared, what it counts as, and why it left or did not arrive", async ({
  browser,
  server,
}) => {
  const customer = newCustomer(server.simulatorUrl, "Wanda Frey");
  await customer.says("Is my order on its way?");
  const agent = await signInAs(browser, server, "lena@demo.example");
  const { page } = agent;
  await agent.opens("Unassigned", customer.name);
  await agent.claims();
  await agent.replies("It left this morning.");
  await agent.seesStatus("It left this morning.", "Read");
  const bubble = (text: string) => page.getByRole("log").getByRole("article").filter({ hasText: text }).last();
  const info = page.getByRole("dialog", { name: "Message info" });

  await bubble("It left this morning.").getByRole("button", { name: "Message info" }).click();
  await expect(info.getByText("the 24-hour window stood open until")).toBeVisible();
  await expect(info.getByText(/^You sent it,/)).toBeVisible();
  await expect(info.getByText("Free: an answer in the window")).toBeVisible();
  await expect(info.getByText(/^wamid\./)).toBeVisible();
  await expectNoBarrier(page, "[role=dialog]");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/info-window.png` });
  await page.keyboard.press("Escape");
  await expect(info).toHaveCount(0);

  await setFault(server.simulatorUrl, { match: { to: customer.waId }, times: 1, fault: "error:131026" });
  await agent.replies("Shall I call you?");
  await bubble("Shall I call you?").getByRole("button", { name: "Why?" }).click();
  await expect(info.getByText("(131026)").first()).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/info-failed.png` });
});
