import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, type Language, languageOf, languages } from "@/lib/languages";
import { isolateValues } from "@/messages/isolate-values";
import { LOCALE_COOKIE } from "./kept-locale";

const TIME_ZONE_COOKIE = "time-zone";

type Messages = typeof import("@/messages/en");

/** One file a namespace: `messages/en/inbox.json` is `inbox`. */
const catalogues: Record<Language, () => Promise<Messages>> = {
  en: () => import("@/messages/en"),
  es: () => import("@/messages/es"),
  pt: () => import("@/messages/pt"),
  ar: async () => isolateValues({ ...(await import("@/messages/ar")) }),
};

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}

export default getRequestConfig(async () => {
  const kept = await cookies();
  const locale = chooseLocale(kept.get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language"));
  const language = languageOf(locale) ?? languages[0];
  return {
    locale: language === "ar" ? `${locale}${DIGITS_AND_CALENDAR}` : locale,
    messages: { ...(await catalogues[language]()) },
    timeZone: timeZoneFrom(kept.get(TIME_ZONE_COOKIE)?.value),
    now: new Date(),
  };
});

/** Phone numbers, codes and orders come in Latin digits: with those, times and counts beside them are read the same way. */
const DIGITS_AND_CALENDAR = "-u-ca-gregory-nu-latn";

function timeZoneFrom(kept: string | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: kept ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
