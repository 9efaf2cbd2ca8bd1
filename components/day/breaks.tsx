"use client";

import { clsx } from "clsx";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePresenceWords } from "@/components/availability/use-presence-words";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { presenceDot } from "@/components/shell/presence";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { DayBreak } from "@/lib/queues/types";
import { workedIn } from "./worked";

/** How the day was spent, state by state, the latest first. */
export function Breaks({ states, now }: { states: DayBreak[]; now: Date }) {
  const t = useTranslations("queues.day.breaks");
  const wordsOf = usePresenceWords();
  const words = useTimeWords();
  const shown = states.filter(({ state }) => state !== "offline");
  const { breakMs } = workedIn(states, now);
  return (
    <Card
      title={t("title")}
      side={
        <span className="text-sm text-ink-3" suppressHydrationWarning>
          {t("onBreak", { time: words.left(breakMs) })}
        </span>
      }
    >
      {shown.length === 0 && (
        <EmptyState icon={<Clock />} title={t("empty")}>
          {t("emptyWords")}
        </EmptyState>
      )}
      <ol className="divide-y">
        {shown.toReversed().map(({ state, reason, since, until }) => (
          <li key={since} className="flex items-center gap-2.5 px-4 py-1.5">
            <span aria-hidden="true" className={clsx("size-2 shrink-0 rounded-full", presenceDot[state])} />
            <span className="min-w-0 flex-1 truncate">{wordsOf(state, reason)}</span>
            <span className="text-sm text-ink-3 tabular-nums">
              {until
                ? t("fromTo", { from: words.clock(since), to: words.clock(until) })
                : t("since", { from: words.clock(since) })}
            </span>
            <span className="w-17 text-end tabular-nums" suppressHydrationWarning>
              {words.left((until ? Date.parse(until) : now.getTime()) - Date.parse(since))}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
