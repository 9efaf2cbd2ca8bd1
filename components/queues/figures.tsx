"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { clockOf } from "@/components/ui/clock";
import type { FirstReplies, Wallboard } from "@/lib/queues/types";
import { SECOND } from "@/lib/time";
import { Defined } from "./defined";
import { isFree } from "./is-free";
import { Ticking } from "./ticking";
import type { BoardUrl } from "./use-board-url";
import { useBoardWords } from "./use-board-words";

/** The workspace, or one department, in six figures; each says what it counts and opens what it counted. */
export function Figures({ board, url }: { board: Wallboard; url: BoardUrl }) {
  const t = useTranslations("queues.figures");
  const words = useBoardWords();
  const { totals, queues } = board;
  const { departmentId } = url.place;
  const { medianSeconds } = totals.firstReplies;
  const change = totals.waiting - totals.waitingBefore;
  const oldestIn = queues.find((queue) => queue.departmentId === totals.oldest?.departmentId);
  const waiting = url.inboxOf({ department: departmentId, view: "unassigned" });
  const waitingLongest = url.inboxOf({ department: departmentId, sort: "waiting", view: "unassigned" });
  return (
    <dl className="grid grid-cols-6 rounded-xl border bg-surface max-lg:grid-cols-3 max-md:grid-cols-2">
      <Figure
        label={t("waiting")}
        meaning={t("waitingMeaning")}
        value={<Link href={waiting}>{totals.waiting}</Link>}
        beside={t("change", { change: signed(change) })}
      />
      <Figure
        label={t("oldest")}
        meaning={t("oldestMeaning")}
        value={
          totals.oldest ? (
            <Link href={waitingLongest}>
              <Ticking since={totals.oldest.since} />
            </Link>
          ) : (
            "–"
          )
        }
        beside={totals.oldest ? oldestIn && <bdi>{words.nameOf(oldestIn)}</bdi> : t("nobody")}
      />
      <Figure
        label={t("expected")}
        meaning={t("expectedMeaning")}
        value={
          <Link href={url.hrefOfRows({ list: "waits" })} scroll={false}>
            {words.expected(totals.expected)}
          </Link>
        }
        beside={t(totals.expected ? "lastHour" : "tooFew")}
      />
      <Figure
        label={t("firstReply")}
        meaning={t("firstReplyMeaning", { zone: board.timeZone })}
        value={
          <Link href={url.hrefOfRows({ list: "firstReplies" })} scroll={false}>
            {medianSeconds === null ? "–" : clockOf(medianSeconds * SECOND)}
          </Link>
        }
        beside={<Compared today={totals.firstReplies} before={totals.firstRepliesLastWeek} />}
      />
      <Figure
        label={t("atRisk")}
        meaning={t("atRiskMeaning")}
        value={
          <Link
            href={url.hrefOfRows({ list: "atRisk" })}
            className={clsx(totals.atRisk > 0 && "text-warn")}
            scroll={false}
          >
            {totals.atRisk}
          </Link>
        }
        beside={
          <Link href={url.hrefOfRows({ list: "missed" })} className="hover:text-ink hover:underline" scroll={false}>
            {t("missed", { count: totals.missedToday })}
          </Link>
        }
        align="end"
      />
      <AgentsFigure board={board} url={url} />
    </dl>
  );
}

/** Its sign stands before it in a line from right to left too. */
function signed(change: number): string {
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `\u200e${sign}${Math.abs(change)}`;
}

function AgentsFigure({ board, url }: { board: Wallboard; url: BoardUrl }) {
  const t = useTranslations("queues.figures");
  if (!board.agents) {
    const { departmentId } = url.place;
    const counted = board.queues.filter((queue) => departmentId === null || queue.departmentId === departmentId);
    const open = counted.reduce((total, queue) => total + queue.open, 0);
    const inbox = url.inboxOf({ department: departmentId, state: "open" });
    const value = <Link href={inbox}>{open}</Link>;
    return <Figure label={t("open")} meaning={t("openMeaning")} value={value} align="end" />;
  }
  const present = board.agents.filter(({ availability }) => availability !== "offline");
  const free = board.agents.filter(isFree);
  const onBreak = board.agents.filter(({ availability }) => availability === "break");
  return (
    <Figure
      label={t("free")}
      meaning={t("freeMeaning")}
      value={
        <a href="#agents">
          {free.length} <span className="text-md text-ink-3">{t("of", { count: present.length })}</span>
        </a>
      }
      beside={t("onBreak", { count: onBreak.length })}
      align="end"
    />
  );
}

type FigureProps = {
  label: string;
  meaning: string;
  value: ReactNode;
  beside?: ReactNode;
  align?: "start" | "end";
};

function Figure({ label, meaning, value, beside, align }: FigureProps) {
  return (
    <div className="flex flex-col border-s px-4 py-3 first:border-s-0 max-lg:nth-4:border-s-0 max-md:odd:border-s-0 max-md:nth-4:border-s max-lg:nth-[n+4]:border-t max-md:nth-[n+3]:border-t">
      <dt className="text-sm text-ink-3">
        <Defined meaning={meaning} {...(align ? { align } : {})}>
          {label}
        </Defined>
      </dt>
      <dd className="mt-1 text-[24px] leading-8 font-semibold tracking-tight tabular-nums [&_a:hover]:underline [&_a]:decoration-line-strong [&_a]:decoration-2 [&_a]:underline-offset-4">
        {value}
      </dd>
      {beside && <dd className="text-sm text-ink-3">{beside}</dd>}
    </div>
  );
}

function Compared({ today, before }: { today: FirstReplies; before: FirstReplies }) {
  const t = useTranslations("queues.figures");
  const format = useFormatter();
  const now = useNow();
  if (today.medianSeconds === null || before.medianSeconds === null) return t("notCompared");
  const difference = today.medianSeconds - before.medianSeconds;
  const day = format.dateTime(now, { weekday: "short" });
  const time = clockOf(Math.abs(difference) * SECOND);
  return (
    <span className={clsx(difference < 0 && "text-good", difference > 0 && "text-bad")}>
      {difference === 0 ? t("same", { day }) : t(difference < 0 ? "better" : "worse", { time, day })}
    </span>
  );
}
