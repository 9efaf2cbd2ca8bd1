import type { Page } from "playwright/test";

/**
 * How many messages the open thread holds. Those far from view are not on the page, so it is scrolled through, from its
 * foot to its head.
 */
export function countMessages(page: Page): Promise<number> {
  return page.getByRole("log").evaluate(async (log) => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ids = new Set<string>();
    log.scrollTop = 0;
    for (let before = Number.NaN; log.scrollTop !== before; ) {
      await drawn();
      for (const { id } of log.querySelectorAll("[id^=message-]")) ids.add(id);
      before = log.scrollTop;
      log.scrollTop -= log.clientHeight;
    }
    return ids.size;
  });
}
