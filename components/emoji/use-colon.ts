"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from "react";
import { colonAt } from "./colon";

const MOST_SHOWN = 8;

type Field = {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** Puts text in place of what was typed, and leaves this selected. */
  edit: (next: { text: string; start: number; end: number }) => void;
};

/** Emoji by a colon and their name: what fits, where the keyboard stands, and what putting one in does. */
export function useColon({ box, text, edit }: Field) {
  const id = useId();
  const locale = useLocale();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const found = colonAt(text, Math.min(caret, text.length));
  const colon = found && found.start !== leftAt ? found : null;
  const { data: find } = useQuery({
    queryKey: ["emoji", locale, "find"],
    queryFn: async () => (await import("./find-emoji")).finderIn(locale),
    enabled: colon !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const query = colon?.query;
  const shown = useMemo(() => (query && find ? find(query).slice(0, MOST_SHOWN) : []), [query, find]);
  const at = Math.min(active, Math.max(0, shown.length - 1));

  const put = (unicode: string) => {
    if (!colon) return;
    const after = text.slice(colon.start + 1 + colon.query.length);
    const end = colon.start + unicode.length;
    edit({ text: text.slice(0, colon.start) + unicode + after, start: end, end });
  };

  return {
    id,
    shown,
    active: at,
    put,
    optionId: (place: number) => `${id}-${place}`,
    onSelect() {
      const now = box.current?.selectionStart ?? 0;
      if (now !== caret) setActive(0);
      setCaret(now);
      if (leftAt !== null && colonAt(box.current?.value ?? "", now)?.start !== leftAt) setLeftAt(null);
    },
    leave: () => setLeftAt(colon?.start ?? null),
    /** Whether the key was for the list. */
    onKey(event: KeyboardEvent): boolean {
      if (!colon || shown.length === 0 || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.altKey) return false;
      if (event.key === "Escape") setLeftAt(colon.start);
      else if (step) setActive((at + step + shown.length) % shown.length);
      else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") put(shown[at]?.unicode ?? "");
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

export type ColonState = ReturnType<typeof useColon>;
