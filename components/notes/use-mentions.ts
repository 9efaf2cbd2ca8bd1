"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { editBox } from "@/components/messages/composer/editing/edit-box";
import { askedBefore, type Called, calledIn, matching } from "./mentions";
import { audienceQuery } from "./queries";

const none: Called[] = [];

/** The picker of whom to call, in a text field: what it shows now, and what its keys do. */
export function useMentions(conversationId: string, field: RefObject<HTMLTextAreaElement | null>, text: string) {
  const query = useQuery(audienceQuery(conversationId));
  const audience = query.data ?? none;
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const asked = askedBefore(text, caret, audience);
  const shown = asked && asked.from !== dismissedAt ? matching(asked.query, audience) : none;
  const activeIndex = Math.min(active, shown.length - 1);

  const choose = ({ name }: Called) => {
    if (!asked || !field.current) return;
    const before = `${text.slice(0, asked.from)}@${name} `;
    // At once, and not with the next picture: whoever types on is quicker.
    editBox(field.current, {
      text: before + text.slice(caret).replace(/^ /, ""),
      start: before.length,
      end: before.length,
    });
    setActive(0);
  };
  return {
    shown,
    activeIndex,
    listId,
    choose,
    calledIn: (words: string) => calledIn(words, audience),
    /** Where the caret is now; after each change and move. */
    onCaret: (position: number) => {
      setCaret(position);
      setActive(0);
      if (position === 0) setDismissedAt(null);
    },
    /** Answers whether the key was the picker's. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (query.isLoading && event.key === "Enter" && text.includes("@")) {
        // Who may be called is not known yet: as it stands the note would call nobody.
        event.preventDefault();
        return true;
      }
      if (shown.length === 0) return false;
      const member = shown[activeIndex];
      if (event.key === "ArrowDown") setActive((activeIndex + 1) % shown.length);
      else if (event.key === "ArrowUp") setActive((activeIndex + shown.length - 1) % shown.length);
      else if (event.key === "Escape") setDismissedAt(asked?.from ?? null);
      else if ((event.key === "Enter" || event.key === "Tab") && member) choose(member);
      else return false;
      event.preventDefault();
      return true;
    },
    fieldAttributes: {
      "aria-controls": shown.length > 0 ? listId : undefined,
      "aria-activedescendant": shown[activeIndex] ? `${listId}-${shown[activeIndex].id}` : undefined,
    },
  };
}
