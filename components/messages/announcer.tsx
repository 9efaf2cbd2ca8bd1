"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Message } from "@/lib/messages/types";

/** Reads a new message of the customer aloud, once. */
export function Announcer({ messages, name }: { messages: readonly Message[]; name: string }) {
  const t = useTranslations("inbox.thread");
  const last = messages.findLast(({ direction, type }) => direction === "in" && type !== "reaction");
  const known = useRef(last?.at ?? "");
  const [words, setWords] = useState("");
  useEffect(() => {
    if (!last || last.at <= known.current) return;
    known.current = last.at;
    setWords(t("announce", { name, text: last.text }));
  }, [last, name, t]);
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}
