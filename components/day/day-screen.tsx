"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { fill } from "@/components/queries/fill";
import { keys } from "@/components/queries/keys";
import { dayQuery } from "@/components/queues/queries";
import { useSnapshotCursor } from "@/components/realtime/provider";
import { useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import type { AgentDay } from "@/lib/queues/types";
import { Breaks } from "./breaks";
import { Comments } from "./comments";
import { OwnQueue } from "./own-queue";
import { Promises } from "./promises";
import { workedIn } from "./worked";

const NOW_EVERY_MS = 30_000;

/** A member's own day: who waits for them, what they promised, what was said about them, and how they spent it. */
export function DayScreen({ cursor, day: first }: { cursor: string; day: AgentDay }) {
  const t = useTranslations("queues.day");
  const client = useQueryClient();
  useState(() => fill(client, keys.day, first));
  useSnapshotCursor(cursor);
  const me = useMe();
  const words = useTimeWords();
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const read = useQuery(dayQuery(useTimeZone() ?? "UTC"));
  const day = read.data;
  if (!day) {
    return (
      <main className="grid flex-1 place-items-center">
        {read.isError && <ProblemState error={read.error} onRetry={() => void read.refetch()} />}
      </main>
    );
  }
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-280 flex-col gap-4 px-7 py-5 max-md:px-3 max-md:py-4">
        <header className="flex flex-wrap items-baseline gap-x-2.5">
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <span className="text-sm text-ink-3">
            {words.day(now.toISOString(), new Date(0))} · <bdi>{me.name}</bdi>
          </span>
        </header>
        <Counts day={day} now={now} />
        <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] items-start gap-4 max-lg:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-4">
            <OwnQueue queue={day.queue} now={now} />
            <Comments comments={day.comments} now={now} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Promises day={day} now={now} />
            <Breaks states={day.availability} now={now} />
          </div>
        </div>
      </div>
    </main>
  );
}

function Counts({ day, now }: { day: AgentDay; now: Date }) {
  const t = useTranslations("queues.day.counts");
  const words = useTimeWords();
  const { slug } = useMe().workspace;
  const { workedMs, breakMs } = workedIn(day.availability, now);
  return (
    <dl className="grid grid-cols-4 rounded-xl border bg-surface max-md:grid-cols-2">
      <Figure label={t("waiting")} beside={t("waitingBeside")}>
        <Link href={`/${slug}/inbox?sort=waiting&view=mine`}>{day.queue.length}</Link>
      </Figure>
      <Figure label={t("answered")} beside={t("answeredBeside")}>
        {day.answeredToday}
      </Figure>
      <Figure label={t("resolved")} beside={t("resolvedBeside", { assigned: day.assignedToday })}>
        {day.resolvedToday}
      </Figure>
      <Figure label={t("worked")} beside={t("workedBeside", { time: words.left(breakMs) })}>
        <span suppressHydrationWarning>{words.left(workedMs)}</span>
      </Figure>
    </dl>
  );
}

function Figure({ label, beside, children }: { label: string; beside: string; children: ReactNode }) {
  return (
    <div className="flex flex-col border-s px-4 py-3 first:border-s-0 max-md:odd:border-s-0 max-md:nth-[n+3]:border-t">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="mt-1 text-[24px] leading-8 font-semibold tracking-tight tabular-nums [&_a:hover]:underline">
        {children}
      </dd>
      <dd className="text-sm text-ink-3">{beside}</dd>
    </div>
  );
}
