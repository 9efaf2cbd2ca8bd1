import type { Browser, BrowserContext } from "playwright/test";

/**
 * Collects what any page of a browser complains of, in whatever context: console errors and exceptions that nobody caught.
 * @param expected texts, or parts, that do not count
 * @returns says at the end whether there was none
 * @throws {Error} what is returned, with every complaint that does count
 */
export function watchConsole(browser: Browser, expected: string[]): () => void {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((part) => text.includes(part))) complaints.push(text);
  };
  const watch = (context: BrowserContext) => {
    context.on("console", (message) => {
      if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => note(error.error().stack ?? error.error().message));
  };
  browser.on("context", watch);
  return () => {
    browser.off("context", watch);
    if (complaints.length > 0) throw new Error(`The browser's console has errors:\n${complaints.join("\n")}`);
  };
}
