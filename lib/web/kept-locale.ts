import { chooseLocale, type Language, languageOf, languages } from "@/lib/languages";
import { DAY, SECOND } from "@/lib/time";

/** What the browser keeps for the next page: the language of the profile, read before anybody is known. */
export const LOCALE_COOKIE = "locale";

const KEPT_SECONDS = (365 * DAY) / SECOND;

/** The language that a visitor sees our pages in. */
export function languageOfVisitor(headers: Headers): Language {
  const [, kept] = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]+)`).exec(headers.get("cookie") ?? "") ?? [];
  return languageOf(chooseLocale(kept, headers.get("accept-language"))) ?? languages[0];
}

export function keptLocale(locale: string): string {
  return `${LOCALE_COOKIE}=${encodeURIComponent(locale)}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax`;
}
