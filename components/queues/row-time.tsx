"use client";

import { useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { clockOf } from "@/components/ui/clock";
import type { QueueRow } from "@/lib/queues/types";
import { SECOND } from "@/lib/time";
import { Ticking } from "./ticking";
import { WhyButton } from "./why-button";

/** How long the customer waits, and why; of what is over, how long they waited, and until when. */
export function RowTime({ row }: { row: QueueRow }) {
  const t = useTranslations("queues.rows");
  const words = useTimeWords();
  const { conversation, queuedSince, waitedSeconds, endedAt } = row;
  if (endedAt !== null) {
    return (
      <span className="flex flex-col items-end whitespace-nowrap tabular-nums">
        {waitedSeconds !== null && clockOf(waitedSeconds * SECOND)}
        <time dateTime={endedAt} title={t("waited", { time: words.exact(endedAt) })} className="text-sm text-ink-3">
          {words.clock(endedAt)}
        </time>
      </span>
    );
  }
  const since = queuedSince ?? conversation.waitingSince;
  return (
    <span className="flex flex-col items-end whitespace-nowrap">
      {since ? <Ticking since={since} /> : <span>–</span>}
      {queuedSince && <WhyButton conversationId={conversation.id} name={conversation.contact.name} />}
    </span>
  );
}
