"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { type ContactTab, contactTabs } from "./use-contacts-url";

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrow keys go from tab to tab, as in every list of tabs; right to left they go the other way. */
export function ContactTabs({ tab, onTab }: { tab: ContactTab; onTab: (tab: ContactTab) => void }) {
  const t = useTranslations("contacts.tabs");
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const step = (steps[event.key] ?? 0) * (isRightToLeft ? -1 : 1);
    const next = contactTabs[(contactTabs.indexOf(tab) + step + contactTabs.length) % contactTabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onTab(next);
    document.getElementById(`contact-tab-${next}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={t("label")}
      onKeyDown={onKeyDown}
      className="flex shrink-0 gap-1 overflow-x-auto border-b bg-surface px-4 max-md:px-2"
    >
      {contactTabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`contact-tab-${each}`}
          aria-selected={each === tab}
          aria-controls={each === tab ? `contact-${each}` : undefined}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onTab(each)}
          className={clsx(
            "focus-inset h-9 rounded-t-md border-b-2 px-2.5 text-md whitespace-nowrap transition-colors",
            each === tab ? "border-accent font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {t(each)}
        </button>
      ))}
    </div>
  );
}
