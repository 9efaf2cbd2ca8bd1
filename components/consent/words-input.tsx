"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { controlLook, useFieldAttributes } from "@/components/ui/field-context";

type WordsInputProps = { words: string[]; language: string; onChange: (words: string[]) => void };

/** A list of short words: Enter or a comma adds one, Backspace in the empty field takes the last. */
export function WordsInput({ words, language, onChange }: WordsInputProps) {
  const t = useTranslations("settings.consent");
  const attributes = useFieldAttributes();
  const [typed, setTyped] = useState("");
  const add = (text: string) => {
    const fresh = text.split(/[,،;\n]/).flatMap((word) => word.trim() || []);
    if (fresh.length > 0) onChange([...new Set([...words, ...fresh])]);
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "Enter" || event.key === "," || event.key === "،") && typed.trim() !== "") {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Enter") {
      event.preventDefault();
    } else if (event.key === "Backspace" && typed === "") {
      onChange(words.slice(0, -1));
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    if (!/[,،;\n]/.test(text)) return;
    event.preventDefault();
    add(typed + text);
  };
  return (
    <div className={clsx(controlLook, "flex flex-wrap gap-1.5 py-1.5 focus-within:border-accent")}>
      {words.map((word) => (
        <span key={word} className="flex max-w-full items-center gap-0.5 rounded-sm bg-sunken ps-1.5 text-sm">
          <bdi lang={language} className="truncate">
            {word}
          </bdi>
          <button
            type="button"
            aria-label={t("removeWord", { word })}
            className="grid size-5 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
            onClick={() => onChange(words.filter((each) => each !== word))}
          >
            <X className="size-3" aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        {...attributes}
        dir="auto"
        lang={language}
        maxLength={60}
        value={typed}
        placeholder={t("addWord")}
        className="h-5.5 min-w-24 flex-1 bg-transparent text-sm outline-none placeholder:text-ink-3"
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add(typed)}
      />
    </div>
  );
}
