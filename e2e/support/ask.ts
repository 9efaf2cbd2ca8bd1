/** What the console asks of its server, asked by a journey as the member who is signed in: for what it does not walk itself. */
import { expect, type Page } from "playwright/test";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** @throws {Error} when it is refused, with what was answered */
export async function ask<Answer>(page: Page, method: Method, path: string, data?: unknown): Promise<Answer> {
  const { origin, pathname } = new URL(page.url());
  const headers = { "x-workspace": pathname.split("/")[1] ?? "", origin };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, headers, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${path} answered ${answer.status()}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

type Found = { items: { id: string; contact: { name: string } }[] };

/** The id of the conversation of a customer who has just written, as soon as it is there. */
export async function conversationOf(page: Page, customer: string): Promise<string> {
  let id = "";
  await expect(async () => {
    const { items } = await ask<Found>(page, "GET", "/conversations?view=all&limit=100");
    id = items.find(({ contact }) => contact.name === customer)?.id ?? "";
    expect(id).not.toBe("");
  }).toPass();
  return id;
}
