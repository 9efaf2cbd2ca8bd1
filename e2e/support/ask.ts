import { expect, type Page } from "playwright/test";

/** Asks the API as the console itself does, for whoever is signed in on the page. */
export async function ask<Answer>(page: Page, method: string, path: string, data?: unknown): Promise<Answer> {
  const headers = { "x-workspace": "demo", origin: new URL(page.url()).origin };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, headers, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${path} answered ${answer.status()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** The id of a customer's conversation, once what they wrote has come in. */
export async function conversationOf(page: Page, customer: string): Promise<string> {
  let id = "";
  await expect(async () => {
    const { items } = await ask<{ items: { id: string; contact: { name: string } }[] }>(
      page,
      "GET",
      "/conversations?view=all&limit=100",
    );
    id = items.find(({ contact }) => contact.name === customer)?.id ?? "";
    expect(id).not.toBe("");
  }).toPass();
  return id;
}
