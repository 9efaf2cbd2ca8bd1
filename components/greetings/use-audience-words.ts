"use client";

import { useTranslations } from "next-intl";
import { useLanguageName } from "@/components/shell/use-language-name";
import type { Greeting } from "@/lib/greetings/types";

type Facts = Pick<Greeting, "kind" | "department" | "channel" | "language" | "during" | "afterMinutes">;

/** Who gets a greeting, and when. */
export function useAudienceWords(): (greeting: Facts) => string {
  const t = useTranslations("greetings");
  const languageName = useLanguageName();
  return ({ kind, department, channel, language, during, afterMinutes }) =>
    [
      t(`occasions.${kind}`, { minutes: afterMinutes ?? 0 }),
      language && t("who.language", { language: languageName(language) }),
      channel && t("who.channel", { name: channel.name }),
      department && t("who.department", { name: department.name }),
      during === "open" && t("who.open"),
      during === "closed" && t("who.closed"),
    ]
      .filter(Boolean)
      .join(" · ");
}
