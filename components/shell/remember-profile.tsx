"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTimeZone } from "next-intl";
import { useEffect } from "react";
import { languageOf } from "@/lib/languages";
import type { Me } from "./me";
import { keepForNextPage } from "./theme";

/**
 * Words are in the member's own language and times in their zone, on whichever device the profile was changed. Until a
 * zone is chosen, the browser's is as good.
 */
export function RememberProfile({ profile }: { profile: Me["profile"] }) {
  const router = useRouter();
  const [locale, timeZone] = [useLocale(), useTimeZone()];
  const { locale: wantedLocale = locale, timeZone: chosenZone = "UTC" } = profile ?? {};
  useEffect(() => {
    const wantedZone = chosenZone === "UTC" ? Intl.DateTimeFormat().resolvedOptions().timeZone : chosenZone;
    const speaksOther = languageOf(wantedLocale) !== null && languageOf(wantedLocale) !== languageOf(locale);
    if (speaksOther) keepForNextPage("locale", wantedLocale);
    if (wantedZone !== timeZone) keepForNextPage("time-zone", wantedZone);
    if (speaksOther || wantedZone !== timeZone) router.refresh();
  }, [wantedLocale, locale, chosenZone, timeZone, router]);
  return null;
}
