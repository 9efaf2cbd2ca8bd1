"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { Message } from "@/lib/messages/types";

export function Reactions({ reactions, isOurs }: { reactions: Message["reactions"]; isOurs: boolean }) {
  const t = useTranslations("inbox.thread");
  const shown = reactions.filter(({ emoji }) => emoji !== "");
  if (shown.length === 0) return null;
  return (
    <ul className={clsx("z-10 -mt-2 flex gap-1 px-2.5", isOurs && "flex-row-reverse")}>
      {shown.map(({ author, emoji }) => (
        <li
          key={author}
          title={t(author === "us" ? "reactedUs" : "reactedThem")}
          className="rounded-full border bg-surface px-1.5 text-sm leading-5"
        >
          {emoji}
          <span className="sr-only">{t(author === "us" ? "reactedUs" : "reactedThem")}</span>
        </li>
      ))}
    </ul>
  );
}
