"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { TimelineEntry } from "@/lib/conversations/types";
import { serviceLevelKinds } from "@/lib/service-levels/types";

/** What a promise, a long silence or a survey brought, in a sentence. */
export function useLevelSentence(): (entry: TimelineEntry) => string | null {
  const t = useTranslations("levels.timeline");
  return useMemo(
    () =>
      ({ type, details }) => {
        switch (type) {
          case "serviceLevel.missed":
            return t("missed", { kind: serviceLevelKinds.find((kind) => kind === details.kind) ?? "window" });
          case "conversation.silenceWarned":
            return t("silenceWarned");
          case "survey.answered":
            // The comment that follows stands in the thread, in the customer's words.
            if (details.part === "comment" || typeof details.score !== "number") return null;
            return t("survey", { score: details.score });
          default:
            return null;
        }
      },
    [t],
  );
}
