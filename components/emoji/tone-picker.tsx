"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

const hands = ["✋", "✋🏻", "✋🏼", "✋🏽", "✋🏾", "✋🏿"];
const names = ["none", "light", "mediumLight", "medium", "mediumDark", "dark"] as const;

/** The skin tone that people and hands are offered in. */
export function TonePicker({ tone, onChange }: { tone: number; onChange: (tone: number) => void }) {
  const t = useTranslations("composer.emoji.tone");
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button
        type="button"
        aria-label={t("label", { tone: t(names[tone] ?? "none") })}
        title={t("label", { tone: t(names[tone] ?? "none") })}
        onClick={() => setOpen(true)}
        className="grid size-8 shrink-0 place-items-center rounded-md text-lg hover:bg-hover"
      >
        {hands[tone]}
      </button>
    );
  }
  return (
    <span className="flex shrink-0 rounded-md bg-sunken">
      {hands.map((hand, at) => (
        <button
          key={hand}
          type="button"
          aria-label={t(names[at] ?? "none")}
          aria-pressed={at === tone}
          onClick={() => {
            onChange(at);
            setOpen(false);
          }}
          className="grid h-8 w-6 place-items-center rounded-md text-lg hover:bg-hover aria-pressed:bg-accent-soft"
        >
          {hand}
        </button>
      ))}
    </span>
  );
}
