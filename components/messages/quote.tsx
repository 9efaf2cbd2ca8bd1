"use client";

import { useTranslations } from "next-intl";
import { useGistWords } from "@/components/messages/use-gist-words";
import type { Message } from "@/lib/messages/types";
import { useThreadPlace } from "./thread-context";

/** The message that this one answers; a click goes there, however far back it is. */
export function Quote({ quoted }: { quoted: NonNullable<Message["quoted"]> }) {
  const t = useTranslations("inbox.thread");
  const gistWords = useGistWords();
  const { jumpTo } = useThreadPlace();
  const targetId = quoted.id;
  const words = (
    <>
      {quoted.direction && (
        <span className="block text-xs font-semibold text-accent">
          {t(quoted.direction === "out" ? "quotedUs" : "quotedThem")}
        </span>
      )}
      <span dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
        {quoted.text === null ? t("quotedMissing") : gistWords({ ...quoted, text: quoted.text })}
      </span>
    </>
  );
  const look =
    "mb-1 block w-full rounded-sm border-s-3 border-accent bg-ink/5 px-2 py-0.5 text-start text-sm text-ink-2";
  if (!targetId) return <div className={look}>{words}</div>;
  return (
    <button type="button" className={look} onClick={() => jumpTo(targetId, quoted.conversationId)}>
      {words}
    </button>
  );
}
