"use client";

import { clsx } from "clsx";
import { CirclePause, Timer, TimerOff, TriangleAlert } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { RunningServiceLevel, ServiceLevelState } from "@/lib/service-levels/types";
import { MINUTE, SECOND } from "@/lib/time";

const tones = {
  ok: "bg-good-soft text-good",
  warned: "bg-warn-soft text-warn",
  missed: "bg-bad-soft text-bad",
} satisfies Record<ServiceLevelState, string>;

const icons = { ok: Timer, warned: TriangleAlert, missed: TimerOff };

/** The last minutes are counted in seconds. */
const CLOSE_MS = 2 * MINUTE;

/** How long until the most urgent promise of a conversation is due, or since when it is late. */
export function LevelPill({ level }: { level: RunningServiceLevel }) {
  const t = useTranslations("levels.pill");
  const words = useTimeWords();
  const dueMs = level.dueAt === null ? null : Date.parse(level.dueAt);
  const isClose = dueMs !== null && Math.abs(dueMs - Date.now()) < 2 * CLOSE_MS;
  const now = useNow({ updateInterval: isClose ? SECOND : MINUTE / 4 });
  const kind = t(`kinds.${level.kind}`);
  const leftMs = dueMs === null ? 0 : Math.abs(dueMs - now.getTime());
  const isLate = dueMs !== null && dueMs <= now.getTime();
  const state = shownState(level, now);
  const Icon = dueMs === null ? CirclePause : icons[state];
  const seconds = Math.floor(leftMs / SECOND);
  const time =
    leftMs < CLOSE_MS
      ? t("seconds", { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, "0") })
      : words.left(leftMs);
  const title = level.dueAt === null ? t("still", { kind }) : t(state, { kind, time: words.exact(level.dueAt) });
  return (
    <span
      title={title}
      data-state={dueMs === null ? "paused" : state}
      className={clsx(
        "inline-flex shrink-0 items-center gap-1 rounded-sm px-1.5 py-px text-xs whitespace-nowrap tabular-nums",
        dueMs === null ? "bg-sunken text-ink-3" : tones[state],
      )}
    >
      <Icon className="size-3 shrink-0" aria-hidden="true" />
      <span className="sr-only">{title}</span>
      <span aria-hidden="true">{dueMs === null ? t("paused") : isLate ? t("late", { time }) : time}</span>
    </span>
  );
}

/** The clock is quicker than the news: what is over by now is not shown as if there were time. */
function shownState({ state, warnAt, dueAt }: RunningServiceLevel, now: Date): ServiceLevelState {
  if (dueAt !== null && Date.parse(dueAt) <= now.getTime()) return "missed";
  return state === "ok" && warnAt !== null && Date.parse(warnAt) <= now.getTime() ? "warned" : state;
}
