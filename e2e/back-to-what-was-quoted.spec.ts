import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";

const SINCE = 130;

test("a quote leads to its message, also where that is far back and not read yet", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const customer = newCustomer(server.simulatorUrl, "Quentin Adler");
  const { id } = await customer.says("The very first question");
  for (let count = 1; count <= SINCE; count += 1) await customer.says(`Something else, number ${count}`);
  await customer.sends({ type: "text", text: { body: "What about this?" }, context: { from: "15550783881", id } });
  const { page, opens } = await signInAs(browser, server, "lena@demo.example");
  await opens("Unassigned", customer.name);
  const thread = page.getByRole("log");
  const asked = thread.getByRole("article").filter({ hasText: "What about this?" });
  await expect(asked).toBeVisible({ timeout: 20_000 });
  const first = thread.getByRole("article").filter({ hasText: /^The very first question/ });
  await expect(first).toHaveCount(0);
  await asked.getByRole("button", { name: "The very first question" }).click();
  await expect(first).toBeInViewport({ timeout: 20_000 });
  await expect(first).toHaveClass(/bg-accent-soft/);
  const numbers = await thread.getByText(/^Something else, number \d+$/).allInnerTexts();
  expect(new Set(numbers).size).toBe(numbers.length);
});
