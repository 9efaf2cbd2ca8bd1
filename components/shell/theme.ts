export type Theme = "system" | "light" | "dark";

const A_YEAR_SECONDS = 365 * 24 * 3_600;

/** Kept by the browser for the next page, before the server knows who asks. */
export function keepForNextPage(name: "theme" | "density" | "locale" | "time-zone", value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: The Cookie Store API is not in every browser that is supported.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keepForNextPage("theme", theme);
}
