"use client";

import { clsx } from "clsx";
import { useNow, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useLiveState } from "@/components/realtime/provider";
import { clockOf } from "@/components/ui/clock";
import type { QueueFigures, Wallboard } from "@/lib/queues/types";
import { SECOND } from "@/lib/time";
import { Drawn } from "./depth-chart";
import { leaveFullScreen } from "./full-screen";
import { isFree } from "./is-free";
import { Ticking } from "./ticking";
import type { BoardUrl } from "./use-board-url";
import { useBoardWords } from "./use-board-words";
import { useWakeLock } from "./use-wake-lock";

/** Letters of a figure that have room at the largest size. */
const FITS_LARGE = 6;
const EACH_MS = 15 * SECOND;

/** The board for a screen on the wall: large, without controls and names of customers, one department after the other. */
export function TvBoard({ board, url }: { board: Wallboard; url: BoardUrl }) {
  const t = useTranslations("queues");
  const words = useBoardWords();
  const { place, show } = url;
  useWakeLock();
  useScheme(place.tv ?? "dark");
  const leave = () => {
    leaveFullScreen();
    show({ tv: null });
  };
  useLeaving(leave);
  const turn = useTurn(place.departmentId ? 0 : board.queues.length + 1);
  const queue = place.departmentId
    ? board.queues.find(({ departmentId }) => departmentId === place.departmentId)
    : turn === 0
      ? undefined
      : board.queues[turn - 1];
  return (
    <main
      data-pane="tv"
      className="fixed inset-0 z-50 flex flex-col gap-[3vh] overflow-hidden bg-canvas p-[4vh] text-ink"
    >
      <header className="flex items-baseline gap-[2vw]">
        <h1 className="text-[5vh] leading-tight font-semibold">
          <bdi>{queue ? words.nameOf(queue) : t("all")}</bdi>
        </h1>
        <span className="flex-1" />
        <TvClock at={board.at} />
        <button
          type="button"
          className="absolute end-2 top-2 rounded-md bg-surface px-3 py-1 text-sm text-ink-2 opacity-0 hover:opacity-100 focus-visible:opacity-100"
          onClick={leave}
        >
          {t("leaveTv")}
        </button>
      </header>
      {queue && !place.departmentId ? <OneQueue queue={queue} /> : <Everything board={board} queue={queue} />}
      {!place.departmentId && (
        <div className="flex justify-center gap-[1vh]" aria-hidden="true">
          {[null, ...board.queues].map((each, at) => (
            <span
              key={each?.departmentId ?? (at === 0 ? "all" : "none")}
              className={clsx("size-[1.2vh] rounded-full", at === turn ? "bg-accent" : "bg-line-strong")}
            />
          ))}
        </div>
      )}
    </main>
  );
}

function Everything({ board, queue }: { board: Wallboard; queue: QueueFigures | undefined }) {
  const t = useTranslations("queues.figures");
  const depth = useTranslations("queues.depth");
  const words = useBoardWords();
  const { totals, agents } = board;
  const free = agents?.filter(isFree);
  const present = agents?.filter(({ availability }) => availability !== "offline");
  const reply = totals.firstReplies.medianSeconds;
  return (
    <>
      <dl className="grid flex-1 grid-cols-3 gap-[2vh] max-md:grid-cols-2">
        <Large label={t("waiting")} value={totals.waiting} />
        <Large label={t("oldest")} value={totals.oldest ? <Ticking since={totals.oldest.since} /> : "–"} />
        <Large label={t("expected")} value={words.expected(totals.expected)} />
        <Large label={t("firstReply")} value={reply === null ? "–" : clockOf(reply * SECOND)} />
        <Large label={t("atRisk")} value={totals.atRisk} tone={totals.atRisk > 0 ? "text-warn" : ""} />
        {free && present ? (
          <Large label={t("free")} value={`${free.length} / ${present.length}`} />
        ) : (
          <Large label={t("open")} value={queue?.open ?? board.queues.reduce((total, { open }) => total + open, 0)} />
        )}
      </dl>
      <div className="h-[22vh] text-[2vh] max-md:hidden [&_figure]:p-0 [&_figure]:text-[1.8vh] [&_svg]:h-[18vh]">
        <Drawn points={board.depth} label={depth("title")} now={depth("now")} />
      </div>
    </>
  );
}

function OneQueue({ queue }: { queue: QueueFigures }) {
  const t = useTranslations("queues.figures");
  const departments = useTranslations("queues.departments");
  const words = useBoardWords();
  const kept = words.percent(queue.promises);
  return (
    <dl className="grid flex-1 grid-cols-2 gap-[2vh]">
      <Large label={t("waiting")} value={queue.waiting} />
      <Large label={t("oldest")} value={queue.oldestSince ? <Ticking since={queue.oldestSince} /> : "–"} />
      <Large label={t("expected")} value={words.expected(queue.expected)} />
      <Large label={departments("kept")} value={kept === null ? "–" : departments("percent", { kept })} />
    </dl>
  );
}

function Large({ label, value, tone = "" }: { label: string; value: ReactNode; tone?: string }) {
  const isLong = typeof value === "string" && value.length > FITS_LARGE;
  return (
    <div className="flex min-w-0 flex-col justify-center rounded-xl border bg-surface px-[3vh] py-[2vh]">
      <dt className="text-[2.6vh] text-ink-3">{label}</dt>
      <dd
        className={clsx(
          "truncate pb-[0.1em] leading-none font-semibold tracking-tight tabular-nums",
          isLong ? "text-[min(8vh,4.4vw)]" : "text-[min(11vh,7vw)]",
          tone,
        )}
      >
        {value}
      </dd>
    </div>
  );
}

function TvClock({ at }: { at: string }) {
  const t = useTranslations("queues");
  const words = useTimeWords();
  const isLive = useLiveState() === "live";
  const now = useNow({ updateInterval: 1000 });
  return (
    <span className={clsx("text-[3vh] tabular-nums", isLive ? "text-ink-2" : "text-warn")} suppressHydrationWarning>
      {isLive ? words.seconds(now.toISOString()) : t("asOf", { time: words.seconds(at) })}
    </span>
  );
}

/** For as long as this is shown, whatever the member has chosen for their own screen. */
function useScheme(scheme: "dark" | "light"): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const chosen = dataset.theme;
    dataset.theme = scheme;
    return () => {
      if (chosen === undefined) delete dataset.theme;
      else dataset.theme = chosen;
    };
  }, [scheme]);
}

/** Which of so many is shown, one after the other; with none to turn, always the first. */
function useTurn(count: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (count < 2) return;
    const timer = setInterval(() => setTurn((present) => present + 1), EACH_MS);
    return () => clearInterval(timer);
  }, [count]);
  return count === 0 ? 0 : turn % count;
}

/** By Escape, or when the browser gives the full screen back. */
function useLeaving(leave: () => void): void {
  const present = useRef(leave);
  useEffect(() => {
    present.current = leave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") present.current();
    };
    const onChange = () => {
      if (!document.fullscreenElement) present.current();
    };
    addEventListener("keydown", onKey);
    document.addEventListener("fullscreenchange", onChange);
    return () => {
      removeEventListener("keydown", onKey);
      document.removeEventListener("fullscreenchange", onChange);
    };
  }, []);
}
