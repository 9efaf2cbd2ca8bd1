"use client";

import { useTranslations } from "next-intl";
import type { Message } from "@/lib/messages/types";

/** The message that this one answers; a click goes there, where it is loaded. */
export function Quote({ quoted }: { quoted: NonNullable<Message["quoted"]> }) {
  const t = useTranslations("inbox.thread");
  const target = quoted.id ? `message-${quoted.id}` : null;
  const words = (
    <>
      {quoted.direction && (
        <span className="block text-xs font-semibold text-accent">
          {t(quoted.direction === "out" ? "quotedUs" : "quotedThem")}
        </span>
      )}
      <span dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
        {quoted.text ?? t("quotedMissing")}
      </span>
    </>
  );
  const look =
    "mb-1 block w-full rounded-sm border-s-3 border-accent bg-ink/5 px-2 py-0.5 text-start text-sm text-ink-2";
  if (!target) return <div className={look}>{words}</div>;
  return (
    <button type="button" className={look} onClick={() => showMessage(target)}>
      {words}
    </button>
  );
}

const MARKED_FOR_MS = 1_500;

function showMessage(elementId: string) {
  const element = document.getElementById(elementId);
  if (!element) return;
  element.scrollIntoView({ block: "center", behavior: "smooth" });
  element.classList.add("bg-accent-soft");
  setTimeout(() => element.classList.remove("bg-accent-soft"), MARKED_FOR_MS);
}
