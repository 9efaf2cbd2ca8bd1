/** What runs inside the page: these functions are sent there as text, so each stands alone. */

/**
 * Opens the next conversation of the list that has not been opened yet. Resolves to the milliseconds from the click to the
 * frame in which its newest message is drawn.
 */
export async function openInPage(): Promise<number> {
  const page = window as { benchOpened?: Set<string> };
  const opened = page.benchOpened ?? new Set<string>();
  page.benchOpened = opened;
  const newestIn = (row: Element) => /Customer \d+, message 10 of 10/.exec(row.textContent ?? "")?.[0];
  const rows = () => [...document.querySelectorAll<HTMLAnchorElement>("li a")].filter(newestIn);
  const nextRow = () => rows().find(({ href }) => !opened.has(href));
  let row = nextRow();
  for (let tries = 0; !row; tries++) {
    const scroller = rows()[0]?.closest("ul")?.parentElement;
    if (!scroller || tries === 200) throw new Error("There is no further conversation in the list.");
    scroller.scrollBy(0, scroller.clientHeight);
    await new Promise((resolve) => setTimeout(resolve, 50));
    row = nextRow();
  }
  opened.add(row.href);
  const newest = newestIn(row) ?? "";
  const isDrawn = () =>
    [...document.querySelectorAll('[role="log"] article')].some((bubble) => bubble.textContent?.includes(newest));
  const clickedAt = performance.now();
  row.click();
  return new Promise((resolve, reject) => {
    const look = () => {
      const tookMs = performance.now() - clickedAt;
      if (isDrawn()) resolve(tookMs);
      else if (tookMs > 15_000) reject(new Error(`"${newest}" does not come into the thread.`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Resolves to the milliseconds from the Enter that is about to come until the text is in the thread, for the next frame to show. */
export function sendInPage(text: string): Promise<number> {
  return new Promise((resolve) => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Enter") return;
      window.removeEventListener("keydown", listen, true);
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[role="log"]')?.textContent?.includes(text)) return;
        observer.disconnect();
        resolve(performance.now() - event.timeStamp);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    };
    window.addEventListener("keydown", listen, true);
  });
}
