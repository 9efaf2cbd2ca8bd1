/** A member of the team at the console, in words that a journey reads like prose. */
import { type Browser, expect, type Page } from "playwright/test";

export type Member = {
  page: Page;
  opens: (view: string, customer: string) => Promise<void>;
  claims: () => Promise<void>;
  replies: (text: string) => Promise<void>;
  /** Waits until a message with this text is in the thread, theirs or ours. */
  sees: (text: string) => Promise<void>;
  /** Waits until our message with this text has come this far. */
  seesStatus: (text: string, status: string) => Promise<void>;
};

type Place = { url: string; password: string };

/** In a browser of their own, as two people are. */
export async function signInAs(browser: Browser, { url, password }: Place, email: string): Promise<Member> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  // The first page after a start is the slowest, and two browsers may ask for it at once.
  await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible({ timeout: 30_000 });
  return atTheConsole(page);
}

/** The list holds only the rows in sight, and who has just written comes in above them: so up again, time after time. */
async function scrollTo(page: Page, customer: string): Promise<void> {
  const row = page.getByRole("link", { name: customer }).first();
  let looks = 0;
  await expect(async () => {
    looks += 1;
    if (!(await row.isVisible())) {
      await page.getByRole("list", { name: "Conversations" }).hover();
      await page.mouse.wheel(0, looks % 8 === 0 ? -10_000 : 400);
    }
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000, intervals: [100] });
}

/** The id of the conversation that is open. */
export function conversationIdOf(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

export function atTheConsole(page: Page): Member {
  const thread = page.getByRole("log");
  const bubble = (text: string) => thread.getByRole("article").filter({ hasText: text });
  return {
    page,
    async opens(view, customer) {
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();
      await scrollTo(page, customer);
      await page.getByRole("link", { name: customer }).first().click();
      await expect(page.getByRole("heading", { name: customer })).toBeVisible();
    },
    async claims() {
      await page.getByRole("button", { name: "Claim" }).first().click();
    },
    async replies(text) {
      await page.getByRole("textbox", { name: "Your answer" }).fill(text);
      await page.getByRole("button", { name: "Send", exact: true }).click();
    },
    sees: (text) => expect(bubble(text).last()).toBeVisible(),
    seesStatus: (text, status) => expect(bubble(text).last()).toContainText(status),
  };
}
