import { ask, conversationOf } from "./support/ask";
import { signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

/** The refusals. */
test.use({ expectedErrors: ["409"] });

test("whoever asks for the next is told why they get none, and how to go on: online, and with more than they can take", async ({
  browser,
  server,
}) => {
  const customers = [
    newCustomer(server.simulatorUrl, "First Inline"),
    newCustomer(server.simulatorUrl, "Second Inline"),
  ];
  for (const customer of customers) await customer.says("Who is next?");
  const admin = await signInAs(browser, server, "admin@demo.example");
  const { page } = await signInAs(browser, server, "lena@demo.example");
  const { id: lenaId } = await ask<{ id: string }>(page, "GET", "/me");
  const place = { name: `Counter ${uniqueWord()}`, memberIds: [lenaId] };
  const department = await ask<{ id: string }>(admin.page, "POST", "/departments", place);

  await admin.page.goto(`/demo/settings/departments/${department.id}`);
  const work = admin.page.getByRole("region", { name: "Giving out work" });
  await work.getByText("On request", { exact: true }).click();
  await expect(work.getByLabel("Members who have as much as they can take")).toBeChecked();
  await work.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByText("Saved", { exact: true })).toBeVisible();
  for (const { name } of customers) {
    const id = await conversationOf(admin.page, name);
    await ask(admin.page, "POST", `/conversations/${id}/assign`, { assigneeId: null, departmentId: department.id });
  }
  await ask(admin.page, "PATCH", `/members/${lenaId}`, { capacity: 100 });
  await ask(page, "PUT", "/members/me/availability", { state: "break", reason: "lunch" });

  await page.reload();
  const mine = page.getByRole("region", { name: "Your queue" });
  await mine.getByRole("button", { name: "Take the next", exact: true }).click();
  await expect(mine.getByRole("alert")).toContainText("You are on a break.");
  await mine.getByRole("button", { name: "Go online and take the next" }).click();
  const who = page.getByRole("heading", { name: /Inline/ });
  await expect(who).toBeVisible();
  const first = (await who.textContent()) ?? "";
  await expect(mine.getByRole("alert")).toHaveCount(0);

  await ask(admin.page, "PATCH", `/members/${lenaId}`, { capacity: 1 });
  await mine.getByRole("button", { name: "Take the next", exact: true }).click();
  await expect(mine.getByRole("alert")).toContainText("You have as much as you can take.");
  await mine.getByRole("button", { name: "Take the next all the same" }).click();
  await expect(who).not.toHaveText(first);
  await page.getByRole("log").getByRole("button", { name: "Why?" }).last().click();
  const why = page.getByRole("dialog", { name: "How this was decided" });
  await expect(why.getByText("Lena Maurer asked for the next one.")).toBeVisible();
  await expect(why.getByText("Had no room")).toBeVisible();

  await ask(admin.page, "PATCH", `/members/${lenaId}`, { capacity: null });
  await ask(admin.page, "PATCH", `/departments/${department.id}/routing`, { mode: "manual" });
});
