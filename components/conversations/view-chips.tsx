"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { LabelDot } from "@/components/labels/label-chip";
import { onPlainClick } from "@/components/shell/plain-click";
import { queryOf, sameFilter } from "./filter";
import type { InboxUrl } from "./use-inbox-url";
import { keyOf, useShownCount, useViewEntries } from "./views";

/** The views where there is no room for their column. */
export function ViewChips({ url }: { url: InboxUrl }) {
  const t = useTranslations("inbox.views");
  const shownCount = useShownCount();
  const { views, saved, departments, labels } = useViewEntries();
  const list = useRef<HTMLUListElement>(null);
  const shown = queryOf(url.filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: The row is longer than the screen: the view that is shown should be in it.
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [shown]);
  return (
    <nav aria-label={t("label")} className="shrink-0 overflow-x-auto border-b [scrollbar-width:none] lg:hidden">
      <ul ref={list} className="flex w-max gap-1.5 px-3 py-2">
        {[...views, ...saved, ...departments, ...labels].map((entry) => {
          const isShown = sameFilter(entry.filter, url.filter);
          return (
            <li key={keyOf(entry)}>
              <a
                href={url.hrefOf(url.selectedId, entry.filter)}
                onClick={onPlainClick(() => url.show(entry.filter))}
                aria-current={isShown ? "page" : undefined}
                className={clsx(
                  "flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap",
                  isShown ? "border-accent-line bg-accent-soft font-medium" : "text-ink-2",
                )}
              >
                {entry.colour && <LabelDot colour={entry.colour} />}
                {entry.name}
                {entry.count ? (
                  <span className={entry.filter.view === "unassigned" ? "font-semibold text-bad" : "text-ink-3"}>
                    {shownCount(entry.count)}
                  </span>
                ) : null}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
