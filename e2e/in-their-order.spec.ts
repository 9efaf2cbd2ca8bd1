import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { expect, test } from "./support/test";
import { uniqueWord } from "./support/unique";

const rows = (page: Page, word: string) =>
  page
    .getByRole("list")
    .last()
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`(First|Second|Third) ${word}`) });

const expectOrder = (page: Page, word: string, names: string[]) =>
  expect(rows(page, word)).toContainText(names.map((name) => `${name} ${word}`));

test("rules are put in order by dragging and by keyboard, which is read aloud, and others see it at once", async ({
  browser,
  server,
}) => {
  const word = uniqueWord();
  const { page } = await signInAs(browser, server, "admin@demo.example");
  const headers = { "x-workspace": "demo", origin: server.url };
  const ids: string[] = [];
  for (const name of ["First", "Second", "Third"]) {
    const data = {
      name: `${name} ${word}`,
      event: "conversation.resolved",
      conditions: { match: "all", groups: [] },
      actions: [{ kind: "note", text: "Over" }],
    };
    const made = await page.request.post("/api/v1/rules", { headers, data });
    ids.push(((await made.json()) as { id: string }).id);
  }
  const other = (await signInAs(browser, server, "owner@demo.example")).page;
  for (const each of [page, other]) {
    await each.goto("/demo/settings/rules");
    await expectOrder(each, word, ["First", "Second", "Third"]);
  }

  const row = (name: string) => rows(page, word).filter({ hasText: name });
  await row("First").dragTo(row("Third"));
  for (const each of [page, other]) await expectOrder(each, word, ["Second", "Third", "First"]);
  await expect(page.getByRole("status").filter({ hasText: `First ${word} is` })).toBeAttached();

  const up = page.getByRole("button", { name: `Move First ${word} up` });
  await up.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (const each of [page, other]) await expectOrder(each, word, ["First", "Second", "Third"]);
  await expect(
    up.or(page.getByRole("button", { name: `Move First ${word} down` })).and(page.locator(":focus")),
  ).toHaveCount(1);
  await page.reload();
  await expectOrder(page, word, ["First", "Second", "Third"]);
  for (const id of ids) await page.request.delete(`/api/v1/rules/${id}`, { headers });
});
