"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useNow, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { threadQuery } from "@/components/messages/queries";
import { ProblemState } from "@/components/shell/problem-state";
import type { ConversationSummary } from "@/lib/conversations/types";
import { ConversationRow, ROW_HEIGHT } from "./conversation-row";
import { FilterBox } from "./filter-box";
import { ListEmpty } from "./list-empty";
import { ListSkeleton } from "./list-skeleton";
import { listQuery } from "./queries";
import { useHoverIntent } from "./use-hover-intent";
import { type InboxUrl, onPlainClick } from "./use-inbox-url";
import { ViewChips } from "./view-chips";

type ListProps = {
  url: InboxUrl;
  /** What passes the filter box, in order; the keyboard walks through the same. */
  shown: ConversationSummary[];
  text: string;
  onText: (text: string) => void;
  filterBox: RefObject<HTMLInputElement | null>;
};

export function ConversationList({ url, shown, text, onText, filterBox }: ListProps) {
  const t = useTranslations("inbox.list");
  const list = useInfiniteQuery(listQuery(url.filter));
  return (
    <section
      aria-label={t("label")}
      className="flex w-full min-w-0 shrink-0 flex-col border-e bg-surface max-md:group-data-[pane=thread]/inbox:hidden md:w-[340px]"
    >
      <FilterBox value={text} onChange={onText} ref={filterBox} />
      <ViewChips url={url} />
      {list.isPending ? (
        <ListSkeleton label={t("loading")} />
      ) : list.isError && !list.data ? (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      ) : shown.length === 0 ? (
        <ListEmpty filter={url.filter} text={text} onClear={() => onText("")} />
      ) : (
        <Rows
          url={url}
          shown={shown}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={list.fetchNextPage}
        />
      )}
    </section>
  );
}

type RowsProps = {
  url: InboxUrl;
  shown: ConversationSummary[];
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => unknown;
};

const FIRST_PAINT = { width: 340, height: 900 };
const NOW_EVERY_MS = 30_000;

function Rows({ url, shown, hasMore, isLoadingMore, onMore }: RowsProps) {
  const t = useTranslations("inbox.list");
  const client = useQueryClient();
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const intent = useHoverIntent();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? "more",
    overscan: 6,
    initialRect: FIRST_PAINT,
  });
  const items = virtual.getVirtualItems();
  const isEndInView = hasMore && (items.at(-1)?.index ?? 0) >= shown.length;
  useEffect(() => {
    if (isEndInView && !isLoadingMore) onMore();
  }, [isEndInView, isLoadingMore, onMore]);

  const selectedIndex = shown.findIndex(({ id }) => id === url.selectedId);
  const scrollTo = useRef(virtual.scrollToIndex);
  useEffect(() => {
    if (selectedIndex >= 0) scrollTo.current(selectedIndex, { align: "auto" });
  }, [selectedIndex]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul className="relative" style={{ height: virtual.getTotalSize() }} aria-label={t("label")}>
        {items.map((item) => {
          const conversation = shown[item.index];
          return (
            <li
              key={item.key}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {conversation ? (
                <a
                  href={url.hrefOf(conversation.id)}
                  aria-current={conversation.id === url.selectedId ? "true" : undefined}
                  className="group/row focus-inset block h-full"
                  onClick={onPlainClick(() => url.select(conversation.id))}
                  {...intent.on(() => void client.prefetchInfiniteQuery(threadQuery(conversation.id)))}
                >
                  <ConversationRow
                    conversation={conversation}
                    isSelected={conversation.id === url.selectedId}
                    now={now}
                    showAssignee={url.filter.view !== "mine" && url.filter.view !== "unassigned"}
                  />
                </a>
              ) : (
                <p className="grid h-full place-items-center text-sm text-ink-3">{t("more")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
