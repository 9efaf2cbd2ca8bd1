"use client";

import { Phone, PhoneMissed } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { Message } from "@/lib/messages/types";

type Call = { missed?: boolean; durationSeconds?: number | null };

/** A call in the thread; one that was missed wants an answer. */
export function CallLine({ message }: { message: Message }) {
  const t = useTranslations("inbox.call");
  const words = useTimeWords();
  const format = useFormatter();
  const { missed = false, durationSeconds } = (message.content.call ?? {}) as Call;
  const what = missed ? "missed" : message.direction === "in" ? "incoming" : "outgoing";
  return (
    <p
      id={`message-${message.id}`}
      title={words.exact(message.at)}
      className="mx-auto my-2 flex w-fit items-center gap-1.5 text-xs text-ink-3 [&_svg]:size-3.5"
    >
      {missed ? <PhoneMissed className="text-bad" aria-hidden="true" /> : <Phone aria-hidden="true" />}
      <span className={missed ? "font-semibold text-bad" : undefined}>{t(what)}</span>
      {durationSeconds ? (
        <span>· {t("minutes", { minutes: format.number(Math.ceil(durationSeconds / 60)) })}</span>
      ) : null}
      <time dateTime={message.at}>· {words.clock(message.at)}</time>
    </p>
  );
}
