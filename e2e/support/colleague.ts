/** Somebody new in the team, whom no other journey gives work to, sends away or addresses in another language. */
import { type Browser, expect } from "playwright/test";
import { ask } from "./ask";
import { atTheConsole, type Member } from "./member";
import { uniqueWord } from "./unique";

export type Colleague = Member & { id: string; name: string; email: string; password: string };

/** Invited by an admin who is at the console; opens the mail, follows its link and chooses a password. */
export async function invite(browser: Browser, admin: Member, called: string, role = "agent"): Promise<Colleague> {
  const name = `${called} ${uniqueWord()}`;
  const email = `${uniqueWord().toLowerCase()}@colleagues.example`;
  const password = `${uniqueWord()} and seven bicycles`;
  await ask(admin.page, "POST", "/invitations", { email, role });
  const context = await browser.newContext({ baseURL: new URL(admin.page.url()).origin });
  const page = await context.newPage();
  await page.goto("/mail");
  const mail = page.getByRole("listitem").filter({ hasText: email });
  const [link = ""] = /http\S+\/invitations\/\S+/.exec((await mail.textContent()) ?? "") ?? [];
  await page.goto(new URL(link).pathname);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible({ timeout: 30_000 });
  const { id } = await ask<{ id: string }>(page, "GET", "/me");
  return { ...atTheConsole(page), id, name, email, password };
}
