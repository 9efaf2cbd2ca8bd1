"use client";

import { clsx } from "clsx";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { ConsentState } from "@/lib/contacts/types";
import { Fact, Facts, PanelSection } from "./panel-section";

const purposes = ["service", "marketing"] as const;

/** What the person has agreed to, and how that is known. */
export function Consents({ consents }: { consents: ConsentState[] }) {
  const t = useTranslations("inbox.panel");
  const words = useTimeWords();
  const now = useNow();
  return (
    <PanelSection title={t("consent")}>
      <Facts>
        {purposes.map((purpose) => {
          const consent = consents.find((each) => each.purpose === purpose);
          const isGranted = consent?.state === "granted";
          return (
            <Fact key={purpose} name={t(`purpose.${purpose}`)}>
              <span className="flex items-baseline gap-1.5">
                <span
                  aria-hidden="true"
                  className={clsx(
                    "size-1.5 shrink-0 -translate-y-px rounded-full",
                    !consent ? "bg-line-strong" : isGranted ? "bg-good" : "bg-bad",
                  )}
                />
                <span title={consent && words.exact(consent.at)}>
                  {consent
                    ? t(isGranted ? "granted" : "withdrawn", {
                        source: consent.source,
                        date: words.short(consent.at, now),
                      })
                    : t("never")}
                </span>
              </span>
            </Fact>
          );
        })}
      </Facts>
    </PanelSection>
  );
}
