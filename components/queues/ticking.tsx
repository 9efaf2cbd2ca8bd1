"use client";

import { clsx } from "clsx";
import { useNow } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { urgencyOf } from "@/components/conversations/waiting";
import { clockOf } from "@/components/ui/clock";
import { CLOCK_FOR_MS } from "./durations";

const tones = { calm: "", soon: "text-warn", late: "text-bad" };

/** How long somebody has waited, second by second. */
export function Ticking({ since, isUrgent = true }: { since: string; isUrgent?: boolean }) {
  const now = useNow({ updateInterval: 1000 });
  const words = useTimeWords();
  const at = new Date(since);
  const waitedMs = now.getTime() - at.getTime();
  return (
    <time
      dateTime={since}
      title={words.exact(since)}
      className={clsx("tabular-nums", isUrgent && tones[urgencyOf(at, now)])}
      suppressHydrationWarning
    >
      {waitedMs < CLOCK_FOR_MS ? clockOf(waitedMs) : words.span(since, now)}
    </time>
  );
}
