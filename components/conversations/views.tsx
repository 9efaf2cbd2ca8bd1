"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ViewCounts } from "@/lib/conversations/types";
import { type Filter, sameFilter } from "./filter";
import { countsQuery } from "./queries";
import { type InboxUrl, onPlainClick } from "./use-inbox-url";

export type ViewEntry = { filter: Filter; name: string; count: number | null; needsSomebody: boolean };

/** The views in their order, with how many conversations each holds. */
export function useViewEntries(): { views: ViewEntry[]; departments: ViewEntry[] } {
  const t = useTranslations("inbox.views");
  const counts: ViewCounts | undefined = useQuery(countsQuery).data;
  const entry = (view: "mine" | "unassigned" | "all" | "resolved", count: number | null): ViewEntry => ({
    filter: { view, departmentId: null },
    name: t(view),
    count,
    needsSomebody: view === "unassigned" && (count ?? 0) > 0,
  });
  return {
    views: [
      entry("mine", counts?.mine ?? null),
      entry("unassigned", counts?.unassigned ?? null),
      entry("all", counts?.all ?? null),
      entry("resolved", null),
    ],
    departments: (counts?.departments ?? []).map(({ id, name, count, unassigned }) => ({
      filter: { view: "department", departmentId: id },
      name,
      count,
      needsSomebody: unassigned > 0,
    })),
  };
}

export function Views({ url }: { url: InboxUrl }) {
  const t = useTranslations("inbox.views");
  const { views, departments } = useViewEntries();
  return (
    <nav aria-label={t("label")} className="hidden w-52 shrink-0 overflow-y-auto border-e px-2 py-3 lg:block">
      <h1 className="mx-2 mt-0.5 mb-2.5 text-lg font-semibold">{t("inbox")}</h1>
      <ViewLinks entries={views} url={url} />
      {departments.length > 0 && (
        <>
          <h2 className="mx-2 mt-4 mb-1 text-xs font-semibold text-ink-3">{t("departments")}</h2>
          <ViewLinks entries={departments} url={url} />
        </>
      )}
    </nav>
  );
}

function ViewLinks({ entries, url }: { entries: ViewEntry[]; url: InboxUrl }) {
  return (
    <ul>
      {entries.map((entry) => {
        const isShown = sameFilter(entry.filter, url.filter);
        return (
          <li key={entry.filter.departmentId ?? entry.filter.view}>
            <a
              href={url.hrefOf(url.selectedId, entry.filter)}
              onClick={onPlainClick(() => url.show(entry.filter))}
              aria-current={isShown ? "page" : undefined}
              className={clsx(
                "focus-inset flex h-7.5 items-center gap-2 rounded-md px-2 transition-colors",
                isShown ? "bg-accent-soft font-medium text-ink" : "text-ink-2 hover:bg-hover",
              )}
            >
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

function ViewCount({ entry, isShown }: { entry: ViewEntry; isShown: boolean }) {
  const t = useTranslations("inbox.views");
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
      {entry.count}
    </span>
  );
}
