"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { LabelDot } from "@/components/labels/label-chip";
import { labelsQuery } from "@/components/labels/queries";
import { onPlainClick } from "@/components/shell/plain-click";
import { viewCountsQuery, viewsQuery } from "@/components/views/queries";
import { type ConversationView, mostCounted, type ViewCounts } from "@/lib/conversations/types";
import type { LabelColour } from "@/lib/labels/types";
import { type Filter, filterOf, queryOf, sameFilter } from "./filter";
import { countsQuery } from "./queries";
import type { InboxUrl } from "./use-inbox-url";

export type ViewEntry = {
  filter: Filter;
  name: string;
  count: number | null;
  needsSomebody: boolean;
  colour?: LabelColour;
};

/** The views in their order, with how many conversations each holds. */
export function useViewEntries(): {
  views: ViewEntry[];
  saved: ViewEntry[];
  departments: ViewEntry[];
  labels: ViewEntry[];
} {
  const t = useTranslations("inbox.views");
  const counts: ViewCounts | undefined = useQuery(countsQuery).data;
  const labels = useQuery(labelsQuery).data ?? [];
  const saved = useQuery(viewsQuery).data ?? [];
  const savedCounts = useQuery({ ...viewCountsQuery, enabled: saved.length > 0 }).data;
  const entry = (view: Exclude<ConversationView, "department">, count: number | null): ViewEntry => ({
    filter: { view, departmentId: null },
    name: t(view),
    count,
    needsSomebody: view === "unassigned" && (count ?? 0) > 0,
  });
  return {
    views: [
      entry("mine", counts?.mine ?? null),
      entry("unassigned", counts?.unassigned ?? null),
      entry("mentions", counts?.mentions ?? null),
      entry("snoozed", counts?.snoozed ?? null),
      entry("all", counts?.all ?? null),
      entry("resolved", null),
      entry("spam", null),
    ],
    saved: saved.map(({ id, name, filter }) => ({
      filter: filterOf(filter),
      name,
      count: savedCounts?.get(id) ?? null,
      needsSomebody: false,
    })),
    departments: (counts?.departments ?? []).map(({ id, name, count, unassigned }) => ({
      filter: { view: "department", departmentId: id },
      name,
      count,
      needsSomebody: unassigned > 0,
    })),
    labels: labels.map(({ id, name, colour }) => ({
      filter: { view: "all", departmentId: null, labelId: id },
      name,
      colour,
      count: null,
      needsSomebody: false,
    })),
  };
}

export function Views({ url }: { url: InboxUrl }) {
  const t = useTranslations("inbox.views");
  const { views, saved, departments, labels } = useViewEntries();
  return (
    <nav aria-label={t("label")} className="hidden w-52 shrink-0 overflow-y-auto border-e px-2 py-3 lg:block">
      <h1 className="mx-2 mt-0.5 mb-2.5 text-lg font-semibold">{t("inbox")}</h1>
      <ViewLinks entries={views} url={url} />
      {saved.length > 0 && (
        <>
          <h2 className="mx-2 mt-4 mb-1 text-xs font-semibold text-ink-3">{t("saved")}</h2>
          <ViewLinks entries={saved} url={url} />
        </>
      )}
      {departments.length > 0 && (
        <>
          <h2 className="mx-2 mt-4 mb-1 text-xs font-semibold text-ink-3">{t("departments")}</h2>
          <ViewLinks entries={departments} url={url} />
        </>
      )}
      {labels.length > 0 && (
        <>
          <h2 className="mx-2 mt-4 mb-1 text-xs font-semibold text-ink-3">{t("labels")}</h2>
          <ViewLinks entries={labels} url={url} />
        </>
      )}
    </nav>
  );
}

export function keyOf({ filter, name }: ViewEntry): string {
  return `${name} ${queryOf(filter)}`;
}

function ViewLinks({ entries, url }: { entries: ViewEntry[]; url: InboxUrl }) {
  return (
    <ul>
      {entries.map((entry) => {
        const isShown = sameFilter(entry.filter, url.filter);
        return (
          <li key={keyOf(entry)}>
            <a
              href={url.hrefOf(url.selectedId, entry.filter)}
              onClick={onPlainClick(() => url.show(entry.filter))}
              aria-current={isShown ? "page" : undefined}
              className={clsx(
                "focus-inset flex h-7.5 items-center gap-2 rounded-md px-2 transition-colors",
                isShown ? "bg-accent-soft font-medium text-ink" : "text-ink-2 hover:bg-hover",
              )}
            >
              {entry.colour && <LabelDot colour={entry.colour} />}
              <span className="min-w-0 truncate" dir="auto">
                {entry.name}
              </span>
              <ViewCount entry={entry} isShown={isShown} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Beyond what is counted, only that there are more. */
export function useShownCount(): (count: number) => string {
  const t = useTranslations("inbox.views");
  return (count) => (count > mostCounted ? t("many", { count: mostCounted }) : String(count));
}

function ViewCount({ entry, isShown }: { entry: ViewEntry; isShown: boolean }) {
  const t = useTranslations("inbox.views");
  const shownCount = useShownCount();
  if (!entry.count) return null;
  const isUnassigned = entry.filter.view === "unassigned";
  return (
    <span
      className={clsx(
        "ms-auto flex items-center gap-1.5 text-sm",
        isUnassigned ? "font-semibold text-bad" : isShown ? "font-medium text-ink" : "text-ink-3",
      )}
    >
      {entry.needsSomebody && !isUnassigned && (
        <span className="size-1.5 rounded-full bg-bad" title={t("someUnassigned")}>
          <span className="sr-only">{t("someUnassigned")}</span>
        </span>
      )}
      {shownCount(entry.count)}
    </span>
  );
}
