/**
 * Runs when the browser has nothing to do, after all that the page itself asked for. Returns what calls it off.
 * @param withinMs then it runs even so
 */
export function atLeisure(run: () => void, { withinMs }: { withinMs?: number } = {}): () => void {
  let isOff = false;
  const soon = () => {
    if (isOff) return;
    // Safari has no such callback.
    if ("requestIdleCallback" in window) requestIdleCallback(() => !isOff && run(), { timeout: withinMs ?? 0 });
    else setTimeout(() => !isOff && run(), withinMs ?? 1_000);
  };
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
  return () => {
    isOff = true;
  };
}
