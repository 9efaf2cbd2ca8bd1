"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from "react";
import { fillVariables, missingVariables, type QuickReply, type VariableValues } from "@/lib/quick-replies/types";
import { quickRepliesQuery } from "./queries";
import { rankQuickReplies } from "./rank";
import { slashAt } from "./slash";

type Field = {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  values: VariableValues;
  /** Puts text in place of what was typed, and leaves this selected. */
  edit: (next: { text: string; start: number; end: number }) => void;
};

/** Quick replies by a slash: what fits, where the keyboard stands, and what putting one in does. */
export function useSlash({ box, text, values, edit }: Field) {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const found = slashAt(text, Math.min(caret, text.length));
  const slash = found && found.start !== leftAt ? found : null;
  const { data, isError } = useQuery({ ...quickRepliesQuery, enabled: slash !== null });
  const query = slash?.query;
  const shown = useMemo(() => (query === undefined ? [] : rankQuickReplies(data ?? [], query)), [data, query]);

  const put = (reply: QuickReply) => {
    if (!slash) return;
    const filled = fillVariables(reply.text, values);
    const next = text.slice(0, slash.start) + filled + text.slice(slash.start + 1 + slash.query.length);
    const open = missingVariables(filled).length > 0 ? /\{\{[^}]*\}\}/.exec(filled) : null;
    const end = slash.start + filled.length;
    edit(
      open
        ? { text: next, start: slash.start + open.index, end: slash.start + open.index + open[0].length }
        : { text: next, start: end, end },
    );
  };

  const isLoading = data === undefined && !isError;
  // Chosen before it was there: put in once it is, and not sent as it stands.
  useEffect(() => {
    if (!isHeld || isLoading) return;
    setHeld(false);
    if (shown[active]) put(shown[active]);
  });

  return {
    id,
    slash,
    shown,
    active,
    isLoading,
    isEmpty: data?.length === 0,
    put,
    optionId: (at: number) => `${id}-${at}`,
    onSelect() {
      const at = box.current?.selectionStart ?? 0;
      if (at !== caret) setActive(0);
      setCaret(at);
      if (leftAt !== null && slashAt(box.current?.value ?? "", at)?.start !== leftAt) setLeftAt(null);
    },
    leave: () => setLeftAt(slash?.start ?? null),
    /** Whether the key was for the list. */
    onKey(event: KeyboardEvent): boolean {
      if (!slash || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const isChoice = (event.key === "Enter" && !event.shiftKey) || event.key === "Tab";
      if (event.key === "Escape") setLeftAt(slash.start);
      else if (isLoading && isChoice) setHeld(true);
      else if (shown.length === 0) return false;
      else if (step) setActive((active + step + shown.length) % shown.length);
      else if (isChoice) {
        const reply = shown[active];
        if (reply) put(reply);
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}

export type SlashMenuState = ReturnType<typeof useSlash>;
