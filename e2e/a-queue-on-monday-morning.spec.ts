import type { Page } from "playwright/test";
import { ask, conversationOf } from "./support/ask";
import { type Member, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

const CUSTOMERS = 10;

type Found = { items: { id: string; assignee: { id: string } | null }[] };

test("a queue on Monday morning: ten customers, two agents, one goes home, and each assignment says why", async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const name = `Monday ${uniqueWord()}`;
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => newCustomer(server.simulatorUrl, `Early bird ${at}`));
  for (const customer of customers) await customer.says("Good morning, are you open?");

  const admin = await signInAs(browser, server, "admin@demo.example");
  const lena = await signInAs(browser, server, "lena@demo.example");
  const amara = await signInAs(browser, server, "amara@demo.example");
  const [lenaId, amaraId] = await Promise.all([idOf(lena.page), idOf(amara.page)]);
  const department = await ask<{ id: string }>(admin.page, "POST", "/departments", {
    name,
    memberIds: [lenaId, amaraId],
  });
  const ids = await Promise.all(customers.map((customer) => conversationOf(admin.page, customer.name)));
  for (const id of [lenaId, amaraId]) await ask(admin.page, "PATCH", `/members/${id}`, { capacity: 100 });

  await admin.page.goto(`/demo/settings/departments/${department.id}`);
  const work = admin.page.getByRole("region", { name: "Giving out work" });
  await work.getByText("Assigned", { exact: true }).click();
  await work.getByLabel("Give back when somebody has gone for").fill("0");
  await work.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByText("Saved", { exact: true })).toBeVisible();

  const is = ({ page }: Member, state: string) => ask(page, "PUT", "/members/me/availability", { state });
  const wait = async (some: string[]) => {
    const place = { assigneeId: null, departmentId: department.id };
    for (const id of some) await ask(admin.page, "POST", `/conversations/${id}/assign`, place);
  };
  const had = async (memberId: string) => {
    const { items } = await ask<Found>(admin.page, "GET", `/conversations?departmentId=${department.id}&limit=100`);
    return items.filter(({ assignee }) => assignee?.id === memberId).length;
  };

  // Lena is the first at her desk; when Amara comes, Lena is in a call.
  await is(amara, "busy");
  await is(lena, "online");
  await wait(ids.slice(0, CUSTOMERS / 2));
  await expect.poll(() => had(lenaId)).toBe(CUSTOMERS / 2);
  await is(lena, "busy");
  await is(amara, "online");
  await wait(ids.slice(CUSTOMERS / 2));
  await expect.poll(() => had(amaraId)).toBe(CUSTOMERS / 2);

  // Lena goes home: what waits for her goes to who is there.
  await is(lena, "offline");
  await expect.poll(() => had(amaraId), { timeout: 20_000 }).toBe(CUSTOMERS);

  for (const customer of customers) {
    await amara.opens("Mine", customer.name);
    const why = amara.page.getByRole("log").getByRole("button", { name: "Why?" }).last();
    await why.click();
    const dialog = amara.page.getByRole("dialog", { name: "How this was decided" });
    await expect(dialog.getByText("Amara Okafor", { exact: true })).toBeVisible();
    await expect(dialog.getByText("Chosen")).toBeVisible();
    await expect(dialog.getByText("Was not online")).toBeVisible();
    await amara.page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }

  await ask(admin.page, "PATCH", `/departments/${department.id}/routing`, { mode: "manual" });

  // By hand as well: one is handed to Lena though she has gone, and the thread and the header say whose doing it was.
  const [handed = "", customer = ""] = [ids[0], customers[0]?.name];
  await ask(admin.page, "POST", `/conversations/${handed}/assign`, { assigneeId: lenaId });
  await lena.opens("Mine", customer);
  const byHand = lena.page.getByRole("dialog", { name: "How this was decided" });
  for (const open of [
    () => lena.page.getByRole("log").getByRole("button", { name: "Why?" }).last().click(),
    async () => {
      await lena.page.getByRole("button", { name: /^Assigned to: Lena Maurer/ }).click();
      await lena.page.getByRole("menuitem", { name: "How this was decided" }).click();
    },
  ]) {
    await open();
    await expect(byHand.getByText(/ handed it on from Amara Okafor to Lena Maurer\./)).toBeVisible();
    await expect(byHand.getByText("Was not online")).toBeVisible();
    await lena.page.keyboard.press("Escape");
    await expect(byHand).toHaveCount(0);
  }

  for (const id of [lenaId, amaraId]) await ask(admin.page, "PATCH", `/members/${id}`, { capacity: null });
  await is(lena, "online");
});

async function idOf(page: Page): Promise<string> {
  return (await ask<{ id: string }>(page, "GET", "/me")).id;
}
