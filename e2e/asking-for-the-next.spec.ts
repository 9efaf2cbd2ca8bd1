import { ask, conversationOf } from "./support/ask";
import { invite } from "./support/colleague";
import { signInAs } from "./support/member";
import { pressUntil } from "./support/press-until";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

/** The refusals. */
test.use({ expectedErrors: ["409"] });

test("whoever asks for the next is told why they get none, and how to go on: online, and with more than they can take", async ({
  browser,
  server,
}) => {
  const [late, early] = [newCustomer(server.simulatorUrl, "Lia Late"), newCustomer(server.simulatorUrl, "Edgar Early")];
  await late.says("Who is next?", { agoSeconds: 60 });
  await early.says("Am I next?", { agoSeconds: 600 });
  const admin = await signInAs(browser, server, "admin@demo.example");
  const { page, id, name: noor } = await invite(browser, admin, "Noor");
  const place = { name: `Counter ${uniqueWord()}`, memberIds: [id] };
  const department = await ask<{ id: string }>(admin.page, "POST", "/departments", place);

  await admin.page.goto(`/demo/settings/departments/${department.id}`);
  const work = admin.page.getByRole("region", { name: "Giving out work" });
  await work.getByText("On request", { exact: true }).click();
  await expect(work.getByLabel("Members who have as much as they can take")).toBeChecked();
  await work.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByText("Saved", { exact: true })).toBeVisible();
  for (const { name } of [late, early]) {
    const waiting = await conversationOf(admin.page, name);
    const nobody = { assigneeId: null, departmentId: department.id };
    await ask(admin.page, "POST", `/conversations/${waiting}/assign`, nobody);
  }
  await ask(page, "PUT", "/members/me/availability", { state: "break", reason: "lunch" });

  await page.reload();
  const mine = page.getByRole("region", { name: "Your queue" });
  await mine.getByRole("button", { name: "Take the next", exact: true }).click();
  await expect(mine.getByRole("alert")).toContainText("You are on a break.");
  await mine.getByRole("button", { name: "Go online and take the next" }).click();
  await expect(page.getByRole("heading", { name: early.name })).toBeVisible();
  await expect(mine.getByRole("alert")).toHaveCount(0);

  await ask(admin.page, "PATCH", `/members/${id}`, { capacity: 1 });
  await mine.getByRole("button", { name: "Take the next", exact: true }).click();
  await expect(mine.getByRole("alert")).toContainText("You have as much as you can take.");
  await mine.getByRole("button", { name: "Take the next all the same" }).click();
  await expect(page.getByRole("heading", { name: late.name })).toBeVisible();
  await page.getByRole("log").getByRole("button", { name: "Why?" }).last().click();
  const why = page.getByRole("dialog", { name: "How this was decided" });
  await expect(why.getByText(`${noor} asked for the next one.`)).toBeVisible();
  await expect(why.getByText("Had no room")).toBeVisible();
  await page.keyboard.press("Escape");

  await pressUntil(page, ["q"], page.getByText("Nobody waits", { exact: true }));
});
