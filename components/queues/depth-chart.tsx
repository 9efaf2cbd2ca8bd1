"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { DepthPoint } from "@/lib/queues/types";
import { lineOf, ticksOf } from "./chart";
import { Defined } from "./defined";

const SIZE = { width: 460, height: 92 };

/** How many waited over the last four hours: drawn, or as a table. */
export function DepthChart({ points }: { points: DepthPoint[] }) {
  const t = useTranslations("queues.depth");
  const [isTable, setTable] = useState(false);
  return (
    <section aria-label={t("title")} className="border-t">
      <header className="flex min-h-11 items-center gap-3 border-b px-4 py-2">
        <h2 className="flex-1 font-semibold">
          <Defined meaning={t("meaning")}>{t("title")}</Defined>
        </h2>
        <button
          type="button"
          aria-pressed={isTable}
          className="rounded-sm px-1 text-sm text-ink-3 hover:text-ink hover:underline"
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? "chart" : "table")}
        </button>
      </header>
      {isTable ? <DepthTable points={points} /> : <Drawn points={points} label={t("title")} now={t("now")} />}
    </section>
  );
}

/** Time runs as it is written everywhere: from left to right. */
export function Drawn({ points, label, now }: { points: DepthPoint[]; label: string; now: string }) {
  const words = useTimeWords();
  const ticks = ticksOf(points.map(({ waiting }) => waiting));
  const { line, area } = lineOf(points, ticks.at(-1) ?? 1, SIZE);
  const named = [points[0], points[Math.floor(points.length / 2)]];
  return (
    <figure dir="ltr" className="px-4 pt-2 pb-3 text-xs text-ink-3" aria-label={label}>
      <div className="flex gap-2">
        <span className="flex w-6 flex-col-reverse justify-between text-end tabular-nums" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} className="leading-3">
              {tick}
            </span>
          ))}
        </span>
        <svg
          viewBox={`0 -2 ${SIZE.width} ${SIZE.height + 4}`}
          preserveAspectRatio="none"
          className="h-26 min-w-0 flex-1 overflow-visible py-1.5"
          aria-hidden="true"
        >
          {ticks.map((tick, place) => {
            const y = SIZE.height - (SIZE.height * place) / Math.max(1, ticks.length - 1);
            return (
              <path key={tick} d={`M0 ${y}H${SIZE.width}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
            );
          })}
          <path d={area} className="fill-accent-soft" />
          <path d={line} fill="none" className="stroke-accent" strokeWidth="2" vectorEffect="non-scaling-stroke" />
        </svg>
      </div>
      <figcaption className="flex justify-between ps-8 tabular-nums">
        {named.map((point) => point && <span key={point.at}>{words.clock(point.at)}</span>)}
        <span>{now}</span>
      </figcaption>
    </figure>
  );
}

function DepthTable({ points }: { points: DepthPoint[] }) {
  const t = useTranslations("queues.depth");
  const words = useTimeWords();
  const halves = points.filter((_, place) => (points.length - 1 - place) % 3 === 0);
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col" className="px-4 py-1.5 text-start font-medium text-ink-3">
            {t("time")}
          </th>
          <th scope="col" className="px-4 py-1.5 text-end font-medium text-ink-3">
            {t("waiting")}
          </th>
        </tr>
      </thead>
      <tbody>
        {halves.map(({ at, waiting }) => (
          <tr key={at}>
            <td className="border-t px-4 py-1 tabular-nums">{words.clock(at)}</td>
            <td className="border-t px-4 py-1 text-end tabular-nums">{waiting}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
