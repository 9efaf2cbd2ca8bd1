/** What runs inside the page: these functions are sent there as text, so each stands alone. */

export type Walk = {
  /** Messages on the page at once, at most. */
  mostRows: number;
  tookMs: number;
  frames: number;
  /** Those of at least 50 ms: the browser tells of no shorter ones. */
  longTasksMs: number[];
};

/**
 * Scrolls by so many pixels a frame: until a message of these words is at the end, waiting there for what is being loaded,
 * or for so long.
 */
export async function walkInPage({
  step,
  until,
  forMs = Number.POSITIVE_INFINITY,
}: {
  step: number;
  until?: string;
  forMs?: number;
}): Promise<Walk> {
  const STUCK_MS = 30_000;
  const scroller = document.querySelector<HTMLElement>('[role="log"]');
  if (!scroller) throw new Error("There is no thread.");
  const longTasksMs: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasksMs.push(duration);
  });
  observer.observe({ type: "longtask" });
  const bubbles = scroller.getElementsByTagName("article");
  const isThere = () => {
    const end = step < 0 ? bubbles[0] : bubbles[bubbles.length - 1];
    return until !== undefined && (end?.textContent?.includes(until) ?? false);
  };
  const began = performance.now();
  let [mostRows, frames, movedAt, at] = [0, 0, began, Number.NaN];
  await new Promise<void>((resolve, reject) => {
    const go = () => {
      frames += 1;
      mostRows = Math.max(mostRows, bubbles.length);
      const now = performance.now();
      if (scroller.scrollTop !== at) movedAt = now;
      at = scroller.scrollTop;
      if (now - began > forMs || (isThere() && now - movedAt > 200)) return resolve();
      if (now - movedAt > STUCK_MS) return reject(new Error(`The thread does not come to "${until}".`));
      scroller.scrollBy(0, step);
      requestAnimationFrame(go);
    };
    requestAnimationFrame(go);
  });
  const tookMs = performance.now() - began;
  observer.disconnect();
  return { mostRows, tookMs, frames, longTasksMs };
}

/** What a piece of plain work takes here: the middle of some tries, in milliseconds. */
export function plainWorkInPage(): number {
  const tries = Array.from({ length: 9 }, () => {
    const began = performance.now();
    Array.from({ length: 100_000 }, (_, at) => (at * 7_919) % 100_003).sort((one, other) => one - other);
    return performance.now() - began;
  });
  return tries.sort((one, other) => one - other)[4] ?? 0;
}
