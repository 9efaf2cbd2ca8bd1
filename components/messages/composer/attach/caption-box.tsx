"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

type CaptionBoxProps = {
  name: string;
  value: string;
  most: number;
  /** The first of the files that were just chosen. */
  takesFocus: boolean;
  onChange: (caption: string) => void;
  onSend: () => void;
};

export function CaptionBox({ name, value, most, takesFocus, onChange, onSend }: CaptionBoxProps) {
  const t = useTranslations("media.tray");
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const length = Array.from(value).length;
  return (
    <>
      <textarea
        ref={box}
        value={value}
        dir="auto"
        rows={1}
        maxLength={most}
        aria-label={t("caption", { name })}
        placeholder={t("addCaption")}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          onSend();
        }}
        className="field-sizing-content mt-1 block max-h-28 min-h-8 w-full resize-none rounded-md bg-sunken px-2 py-1 text-md outline-none placeholder:text-ink-3 focus-visible:outline-2 focus-visible:outline-accent"
      />
      {length > most - 100 && <p className="text-xs text-ink-3">{t("most", { length, most })}</p>}
    </>
  );
}
