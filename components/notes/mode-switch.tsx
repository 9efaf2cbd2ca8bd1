"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";

export type WriteMode = "reply" | "note";

const modes = [
  { mode: "reply", key: "R" },
  { mode: "note", key: "N" },
] as const;

/** Whether what is written goes to the customer or stays with the team. */
export function ModeSwitch({ mode, onMode }: { mode: WriteMode; onMode: (mode: WriteMode) => void }) {
  const t = useTranslations("inbox.mode");
  return (
    // biome-ignore lint/a11y/useSemanticElements: A fieldset brings a frame and a legend; this is two buttons.
    <div role="group" aria-label={t("label")} className="flex gap-0.5 px-2 pt-2">
      {modes.map((each) => (
        <button
          key={each.mode}
          type="button"
          aria-pressed={each.mode === mode}
          onClick={() => onMode(each.mode)}
          className={clsx(
            "flex items-center gap-1.5 rounded-md px-2 py-1 text-sm transition-colors",
            each.mode === mode ? "bg-ink/8 font-semibold text-ink" : "text-ink-2 hover:bg-ink/5",
          )}
        >
          {t(each.mode)}
          <span className="max-md:hidden">
            <Kbd faint>{each.key}</Kbd>
          </span>
        </button>
      ))}
    </div>
  );
}
