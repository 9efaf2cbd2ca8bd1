import { expect, type Locator, type Page } from "playwright/test";

/** Presses keys, one after the other, until what they lead to is there: a page that was just loaded shows before it hears. */
export async function pressUntil(page: Page, keys: string[], there: Locator): Promise<void> {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await expect(there).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}
