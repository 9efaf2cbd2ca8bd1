import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";

/** Languages of the console, the first for everybody whose own is not among them. */
const languages = ["en"] as const;

/** What the browser keeps for the next page: chosen in the profile, read before anybody is known. */
const LOCALE_COOKIE = "locale";
const TIME_ZONE_COOKIE = "time-zone";

/** One file a namespace: `messages/en/inbox.json` is `inbox`. */
const catalogues = {
  en: async () => ({
    common: (await import("@/messages/en/common.json")).default,
    inbox: (await import("@/messages/en/inbox.json")).default,
    composer: (await import("@/messages/en/composer.json")).default,
    contacts: (await import("@/messages/en/contacts.json")).default,
    templates: (await import("@/messages/en/templates.json")).default,
    media: (await import("@/messages/en/media.json")).default,
    settings: (await import("@/messages/en/settings.json")).default,
    public: (await import("@/messages/en/public.json")).default,
  }),
};

type Messages = Awaited<ReturnType<(typeof catalogues)["en"]>>;

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}

export default getRequestConfig(async () => {
  const kept = await cookies();
  const { locale, language } = choose(kept.get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language"));
  return {
    locale,
    messages: await catalogues[language](),
    timeZone: timeZoneFrom(kept.get(TIME_ZONE_COOKIE)?.value),
    now: new Date(),
  };
});

/** The language decides the words, the region how dates and numbers are written: `en-GB` is English with 3 May. */
function choose(chosen: string | undefined, accepted: string | null) {
  const tags = (accepted ?? "").split(",").map((entry) => entry.split(";")[0]?.trim() ?? "");
  const wanted = [chosen ?? "", ...tags].map(languageOf);
  const language = languages.find((each) => wanted.includes(each)) ?? languages[0];
  const regional = [chosen ?? "", ...tags].find((tag) => isRegionOf(tag, language));
  return { language, locale: regional ?? language };
}

function languageOf(tag: string): string {
  return tag.slice(0, 2).toLowerCase();
}

function isRegionOf(tag: string, language: string): boolean {
  return /^[a-z]{2}(-[A-Za-z0-9]{2,8})+$/.test(tag) && languageOf(tag) === language;
}

function timeZoneFrom(kept: string | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: kept ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
