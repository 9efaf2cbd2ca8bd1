"use client";

import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { ContactIdentity } from "@/lib/contacts/types";
import { PanelSection } from "./panel-section";
import { shownPhone } from "./shown-phone";

/** Every address that WhatsApp has known the person by; those that hold no more say until when. */
export function Identities({ identities }: { identities: ContactIdentity[] }) {
  const t = useTranslations("inbox.panel");
  const words = useTimeWords();
  const now = useNow();
  if (identities.length === 0) return null;
  const present = identities.toSorted((one, other) => Number(one.validTo !== null) - Number(other.validTo !== null));
  return (
    <PanelSection name="identities" title={t("identities")}>
      <ul className="flex flex-col gap-1.5">
        {present.map((identity) => (
          <li key={`${identity.kind} ${identity.value} ${identity.validFrom}`}>
            <span className="text-ink-3">{t(`identity.${identity.kind}`)}</span>
            <span
              dir="ltr"
              className={`block font-mono text-sm break-all ${identity.validTo ? "text-ink-3 line-through" : ""}`}
            >
              {identity.kind === "phone" ? shownPhone(identity.value) : identity.value}
            </span>
            <span className="block text-xs text-ink-3" title={words.exact(identity.lastSeenAt)}>
              {identity.validTo
                ? t("until", { date: words.short(identity.validTo, now) })
                : t("lastSeen", { date: words.short(identity.lastSeenAt, now) })}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
