import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

/** WCAG 2.2, A and AA. */
const level = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing on the page as it stands keeps anybody from reading or using it; `within` narrows it to what a selector finds. */
export async function expectNoBarrier(page: Page, within = "html"): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(level).analyze();
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }));
  expect(found, page.url()).toEqual([]);
}

/** Nothing sticks out at the side, on a phone and on a wide screen. */
export async function expectNothingSticksOut(page: Page): Promise<void> {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth, `${page.url()} at ${viewport.width}`).toBeLessThanOrEqual(clientWidth);
  }
}
