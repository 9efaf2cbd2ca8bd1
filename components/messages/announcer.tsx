"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useGistWords } from "@/components/messages/use-gist-words";
import type { Message } from "@/lib/messages/types";
import { comeSince, type Seen, seenOf } from "./seen";

const MOST_LINES = 5;

/** Reads each new message of the customer aloud, once; each in a line of its own, since the same words may come twice. */
export function Announcer({ messages, name }: { messages: readonly Message[]; name: string }) {
  const t = useTranslations("inbox.thread");
  const gistWords = useGistWords();
  const seen = useRef<Seen | null>(null);
  const [lines, setLines] = useState<{ id: string; text: string }[]>([]);
  useEffect(() => {
    const come = comeSince(messages, seen.current);
    seen.current = seenOf(messages);
    const heard = come.filter(({ direction, type }) => direction === "in" && type !== "reaction");
    if (heard.length === 0) return;
    setLines((before) =>
      [...before, ...heard.map((each) => ({ id: each.id, text: gistWords(each) }))].slice(-MOST_LINES),
    );
  }, [messages, gistWords]);
  return (
    <div aria-live="polite" className="sr-only">
      {lines.map(({ id, text }) => (
        <p key={id}>{t("announce", { name, text })}</p>
      ))}
    </div>
  );
}
