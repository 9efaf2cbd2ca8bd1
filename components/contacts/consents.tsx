"use client";

import { useNow, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { StateDot } from "@/components/consent/state-dot";
import { useSourceWords } from "@/components/consent/use-source-words";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useActions } from "@/components/keyboard/use-actions";
import { useMay } from "@/components/shell/me";
import { consentPurposes } from "@/lib/consent/types";
import type { Contact } from "@/lib/contacts/types";
import { PanelButton } from "./panel-button";
import { Fact, Facts, PanelSection } from "./panel-section";

const HistoryDialog = lazy(() => import("@/components/consent/history-dialog"));
const RecordDialog = lazy(() => import("@/components/consent/record-dialog"));

/** What the person has agreed to, since when, and how that is known. */
export function Consents({ contact }: { contact: Contact }) {
  const t = useTranslations("inbox.consents");
  const mayRecord = useMay("consents.record");
  const [open, setOpen] = useState<"record" | "history" | null>(null);
  useActions({
    recordConsent: mayRecord ? () => setOpen("record") : "mayNot",
    consentHistory: () => setOpen("history"),
  });
  const close = () => setOpen(null);
  return (
    <PanelSection
      name="consents"
      title={t("title")}
      action={
        <span className="flex gap-3">
          <PanelButton onClick={() => setOpen("history")}>{t("history")}</PanelButton>
          {mayRecord && <PanelButton onClick={() => setOpen("record")}>{t("record")}</PanelButton>}
        </span>
      }
    >
      <Facts>
        {consentPurposes.map((purpose) => (
          <Fact key={purpose} name={t(`purpose.${purpose}`)}>
            <Present consent={contact.consents.find((each) => each.purpose === purpose) ?? null} />
          </Fact>
        ))}
      </Facts>
      <Suspense>
        {open === "history" && <HistoryDialog contact={contact} onClose={close} />}
        {open === "record" && <RecordDialog contact={contact} onClose={close} />}
      </Suspense>
    </PanelSection>
  );
}

function Present({ consent }: { consent: Contact["consents"][number] | null }) {
  const t = useTranslations("inbox.consents");
  const sourceWords = useSourceWords();
  const words = useTimeWords();
  const now = useNow();
  return (
    <span className="flex items-baseline gap-1.5">
      <StateDot state={consent?.state ?? null} />
      {consent ? (
        <span title={words.exact(consent.at)}>
          {t(`present.${consent.state}`, { date: words.short(consent.at, now) })}
          <span className="text-ink-3"> · {sourceWords(consent.source)}</span>
        </span>
      ) : (
        <span className="text-ink-3">{t("present.never")}</span>
      )}
    </span>
  );
}
