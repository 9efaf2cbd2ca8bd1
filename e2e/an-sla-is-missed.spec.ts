import type { Page } from "playwright/test";
import { conversationIdOf, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

const pill = (page: Page, state: string) => page.getByRole("main").locator(`header [data-state=${state}]`);

test("a promise counts down, is at risk and is missed before everybody's eyes, and the answer ends it", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const customer = newCustomer(server.simulatorUrl, "Petra Patient");
  const lena = await signInAs(browser, server, "lena@demo.example");
  const mara = await signInAs(browser, server, "manager@demo.example");
  const admin = await signInAs(browser, server, "admin@demo.example");
  const ask = async (method: "post" | "put" | "get", path: string, data?: Record<string, unknown>) => {
    const headers = { "x-workspace": "demo", origin: server.url };
    const response = await admin.page.request[method](`/api/v1${path}`, { headers, ...(data ? { data } : {}) });
    expect(response.status(), path).toBe(200);
    return response.json();
  };
  const { items: members } = await ask("get", "/members?limit=100");
  const lenasId = members.find(({ name }: { name: string }) => name === "Lena Maurer").id;
  const name = `Express ${uniqueWord()}`;
  const department = await ask("post", "/departments", { name, memberIds: [lenasId] });

  await admin.page.goto("/demo/settings/service-levels");
  await admin.page.getByRole("button", { name: "Create a policy" }).first().click();
  const dialog = admin.page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("First reply").fill("1");
  await dialog.getByLabel("Each later reply").fill("");
  await dialog.getByLabel("Warn after").fill("75");
  await dialog.getByLabel("Counts only while").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByRole("listitem").filter({ hasText: name })).toContainText("Around the clock");
  const { items: policies } = await ask("get", "/service-level-policies");
  const policy = policies.find((each: { name: string }) => each.name === name);
  await ask("put", `/departments/${department.id}/service-level`, { policyId: policy.id });

  await customer.says("Is anybody there?", { agoSeconds: 5 });
  await lena.opens("Unassigned", customer.name);
  await expect(lena.page.getByRole("main").locator("header [data-state]")).toHaveCount(0);
  const conversationId = conversationIdOf(lena.page);
  const path = `/conversations/${conversationId}/transfer`;
  await ask("post", path, { memberId: lenasId, departmentId: department.id, note: "Yours" });
  await expect(pill(lena.page, "ok")).toContainText(/0:\d\d/);

  await mara.page.goto("/demo/inbox?view=all&promise=missed&sort=due");
  await expect(pill(lena.page, "warned")).toBeVisible({ timeout: 60_000 });
  await expect(pill(lena.page, "missed")).toContainText("late", { timeout: 60_000 });
  await expect(lena.page.getByRole("log").getByText("The first reply came due")).toBeVisible();
  const row = mara.page.getByRole("link", { name: customer.name });
  await expect(row.locator("[data-state=missed]")).toBeVisible();

  await lena.replies("I am here. I am sorry that you had to wait.");
  await expect(lena.page.getByRole("main").locator("header [data-state]")).toHaveCount(0);
  await expect(row).toHaveCount(0);
});
