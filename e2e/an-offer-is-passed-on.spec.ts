import { ask, conversationOf } from "./support/ask";
import { expectNoBarrier } from "./support/barriers";
import { invite } from "./support/colleague";
import { type Member, signInAs } from "./support/member";
import { pressUntil } from "./support/press-until";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

const queueOf = ({ page }: Member) => page.getByRole("region", { name: "Your queue" });

const goOnline = ({ page }: Member) => ask(page, "PUT", "/members/me/availability", { state: "online" });

test("who declines passes the customer on, who accepts has them, and both can be read in the thread", async ({
  browser,
  server,
}) => {
  const admin = await signInAs(browser, server, "admin@demo.example");
  const [noor, emil] = [await invite(browser, admin, "Noor"), await invite(browser, admin, "Emil")];
  const department = await ask<{ id: string }>(admin.page, "POST", "/departments", {
    name: `Offers ${uniqueWord()}`,
    memberIds: [noor.id, emil.id],
  });
  await admin.page.goto(`/demo/settings/departments/${department.id}`);
  const work = admin.page.getByRole("region", { name: "Giving out work" });
  await work.getByText("Offered", { exact: true }).click();
  await work.getByLabel("An offer stands for").fill("300");
  await work.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByText("Saved", { exact: true })).toBeVisible();

  const customer = newCustomer(server.simulatorUrl, "Otto Offered");
  await customer.says("Who has a moment?");
  const id = await conversationOf(admin.page, customer.name);
  await goOnline(noor);
  await ask(admin.page, "POST", `/conversations/${id}/assign`, { assigneeId: null, departmentId: department.id });

  await expect(queueOf(noor).getByText(customer.name)).toBeVisible();
  await expect(queueOf(noor).getByText(/seconds left/)).toBeVisible();
  await expectNoBarrier(noor.page);
  await goOnline(emil);
  await expect(queueOf(emil)).toBeHidden();
  await queueOf(noor).getByRole("button", { name: "Decline" }).click();
  await expect(queueOf(noor)).toBeHidden();

  await expect(queueOf(emil).getByText(customer.name)).toBeVisible();
  await pressUntil(emil.page, ["Shift+Q"], emil.page.getByRole("heading", { name: customer.name }));
  const thread = emil.page.getByRole("log");
  await expect(thread.getByText(`${noor.name} declined`)).toBeVisible();
  await expect(thread.getByText(`Offered to ${emil.name}`)).toBeVisible();
  await thread.getByRole("button", { name: "Why?" }).last().click();
  const why = emil.page.getByRole("dialog", { name: "How this was decided" });
  await expect(why.getByRole("listitem").filter({ hasText: noor.name })).toContainText("Had passed on it");
  await expect(why.getByRole("listitem").filter({ hasText: emil.name })).toContainText("Chosen");
});
