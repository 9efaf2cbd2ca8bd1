import { ask, conversationOf } from "./support/ask";
import { type Colleague, invite } from "./support/colleague";
import { type Member, signInAs } from "./support/member";
import { newCustomer } from "./support/simulator";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

const CUSTOMERS = 10;
const INES_TAKES = 3;

type Found = { items: { id: string; assignee: { id: string } | null }[] };

test("a queue on Monday morning: ten customers, two agents, one goes home, and each assignment says why", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const admin = await signInAs(browser, server, "admin@demo.example");
  const [ines, mona] = [await invite(browser, admin, "Ines"), await invite(browser, admin, "Mona")];
  const department = await ask<{ id: string }>(admin.page, "POST", "/departments", {
    name: `Monday ${uniqueWord()}`,
    memberIds: [ines.id, mona.id],
  });
  await ask(admin.page, "PATCH", `/members/${ines.id}`, { capacity: INES_TAKES });
  await ask(admin.page, "PATCH", `/members/${mona.id}`, { capacity: 100 });

  await admin.page.goto(`/demo/settings/departments/${department.id}`);
  const work = admin.page.getByRole("region", { name: "Giving out work" });
  await work.getByText("Assigned", { exact: true }).click();
  await work.getByLabel("Give back when somebody has gone for").fill("0");
  await work.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByText("Saved", { exact: true })).toBeVisible();

  // The first of them has waited longest, though the last comes into the queue before all others.
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => newCustomer(server.simulatorUrl, `Early bird ${at}`));
  for (const [at, customer] of customers.entries()) {
    await customer.says("Good morning, are you open?", { agoSeconds: 60 * (CUSTOMERS - at) });
  }
  const ids = await Promise.all(customers.map((customer) => conversationOf(admin.page, customer.name)));
  for (const id of ids.toReversed()) {
    await ask(admin.page, "POST", `/conversations/${id}/assign`, { assigneeId: null, departmentId: department.id });
  }

  const is = ({ page }: Member, state: string) => ask(page, "PUT", "/members/me/availability", { state });
  const had = async ({ id: memberId }: Colleague) => {
    const { items } = await ask<Found>(admin.page, "GET", `/conversations?departmentId=${department.id}&limit=100`);
    const theirs = new Set(items.filter(({ assignee }) => assignee?.id === memberId).map(({ id }) => id));
    return ids.filter((id) => theirs.has(id));
  };

  // Ines is the first at her desk, and has room for three: those who have waited longest. Mona comes, and has room for all.
  await is(ines, "online");
  await expect.poll(() => had(ines)).toEqual(ids.slice(0, INES_TAKES));
  await is(mona, "online");
  await expect.poll(() => had(mona)).toEqual(ids.slice(INES_TAKES));

  // Ines goes home: what waits for her goes to who is there.
  await is(ines, "offline");
  await expect.poll(() => had(mona), { timeout: 20_000 }).toEqual(ids);

  for (const [at, customer] of customers.entries()) {
    await mona.opens("Mine", customer.name);
    const decisions = await openEach(mona);
    expect(decisions.at(-1), customer.name).toMatch(new RegExp(`${mona.name}.*Chosen`));
    const hasBeenInes = decisions.some((words) => new RegExp(`${ines.name}.*Chosen`).test(words));
    expect(hasBeenInes, customer.name).toBe(at < INES_TAKES);
    if (at < INES_TAKES) expect(decisions.at(-1)).toMatch(new RegExp(`${ines.name}.*Was not online`));
    else expect(decisions.at(-1)).toMatch(new RegExp(`${ines.name}.*Had no room`));
  }

  await ask(admin.page, "PATCH", `/departments/${department.id}/routing`, { mode: "manual" });

  // By hand as well: one is handed to Ines though she has gone, and the thread and the header say whose doing it was.
  await ask(admin.page, "POST", `/conversations/${ids[0]}/assign`, { assigneeId: ines.id });
  await ines.opens("Mine", customers[0]?.name ?? "");
  const byHand = ines.page.getByRole("dialog", { name: "How this was decided" });
  for (const open of [
    () => ines.page.getByRole("log").getByRole("button", { name: "Why?" }).last().click(),
    async () => {
      await ines.page.getByRole("button", { name: `Assigned to: ${ines.name}` }).click();
      await ines.page.getByRole("menuitem", { name: "How this was decided" }).click();
    },
  ]) {
    await open();
    await expect(byHand.getByText(`handed it on from ${mona.name} to ${ines.name}.`)).toBeVisible();
    await expect(byHand.getByText("Was not online")).toBeVisible();
    await ines.page.keyboard.press("Escape");
    await expect(byHand).toHaveCount(0);
  }
});

/** Opens every decision of the thread; answers with what each says, each person in a line. */
async function openEach({ page }: Member): Promise<string[]> {
  const buttons = page.getByRole("log").getByRole("button", { name: "Why?" });
  const dialog = page.getByRole("dialog", { name: "How this was decided" });
  await expect(buttons.first()).toBeVisible();
  const said: string[] = [];
  for (let at = 0; at < (await buttons.count()); at += 1) {
    await buttons.nth(at).click();
    await expect(dialog.getByText("Loading the decision")).toHaveCount(0);
    await expect(dialog.getByRole("listitem").first()).toBeVisible();
    said.push((await dialog.getByRole("listitem").allTextContents()).join("\n"));
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  return said;
}
