import type { Page } from "playwright/test";
import { signInAs } from "./support/member";
import { expect, test } from "./support/test";

type Listed = { id: string; contact: { id: string; name: string; phone: string | null }; openedAt: string };

async function read<T>(page: Page, path: string): Promise<T> {
  return (await page.request.get(path, { headers: { "x-workspace": "demo" } })).json();
}

/** Somebody with two conversations that are over, and none that is open; the latest first. */
async function findRegular(page: Page): Promise<[Listed, Listed]> {
  const { items } = await read<{ items: Listed[] }>(page, "/api/v1/conversations?view=resolved&limit=100");
  for (const { contact } of items.toReversed()) {
    const theirs = await read<{ items: Listed[] }>(page, `/api/v1/conversations?contactId=${contact.id}&limit=10`);
    const [latest, earlier] = theirs.items;
    const resolved = items.filter((each) => each.contact.id === contact.id);
    if (contact.phone && latest && earlier && resolved.length === theirs.items.length) return [latest, earlier];
  }
  throw new Error("The demo has nobody who came back.");
}

test("scrolling up goes on with what was said before, and a quote leads there", async ({ browser, server }) => {
  const agent = await signInAs(browser, server, "admin@demo.example");
  const { page } = agent;
  const [latest, earlier] = await findRegular(page);
  const said = await read<{ items: { wamid: string; text: string; direction: string }[] }>(
    page,
    `/api/v1/conversations/${earlier.id}/messages?limit=50`,
  );
  const quoted = said.items.findLast(({ direction, text }) => direction === "in" && text.length > 8);
  const { identities } = await read<{ identities: { kind: string; value: string; validTo: string | null }[] }>(
    page,
    `/api/v1/contacts/${latest.contact.id}`,
  );
  const userId = identities.find(({ kind, validTo }) => kind === "bsuid" && validTo === null)?.value;
  const told = await fetch(`${server.simulatorUrl}/control/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      from: latest.contact.phone,
      ...(userId ? { userId } : {}),
      to: "106540352242922",
      name: latest.contact.name,
      message: {
        type: "text",
        text: { body: "Do you remember this?" },
        context: { from: "15550783881", id: quoted?.wamid },
      },
    }),
  });
  expect(await told.json()).toMatchObject({ webhook: { status: 200 } });
  await agent.opens("Unassigned", latest.contact.name);
  await agent.sees("Do you remember this?");
  const thread = page.getByRole("log");
  const parts = thread.getByRole("region", { name: /^Earlier conversation, opened/ });
  await expect(parts.first()).toBeAttached();
  await expect(thread.getByText(/^This conversation, opened/)).toBeVisible();
  await expect(thread.getByText(/^Resolved by .+,/).last()).toBeVisible();
  await expect(parts.last().getByRole("button", { name: "Reply to this message" })).toHaveCount(0);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/past-foot.png` });

  const asked = thread.getByRole("article").filter({ hasText: "Do you remember this?" });
  await asked.getByRole("button", { name: quoted?.text ?? "" }).click();
  await expect(parts.getByRole("article").filter({ hasText: quoted?.text }).first()).toBeInViewport({
    timeout: 20_000,
  });
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/past-quote.png` });
  await page.evaluate(() => {
    const log = document.querySelector("[role=log]");
    log?.scrollTo({ top: -log.scrollHeight });
  });
  await expect(thread.getByText(/^Earlier conversation, opened/).first()).toBeInViewport();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/past-top.png` });
});
