"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { lazy, type MouseEvent, type RefObject, Suspense, useState } from "react";
import { handlerOf } from "@/components/keyboard/registry";
import { usePreferences } from "@/components/preferences/use-preferences";
import { useReadOn } from "@/components/queries/use-read-on";
import { MyQueue } from "@/components/routing/my-queue";
import { onPlainClick } from "@/components/shell/plain-click";
import { ProblemState } from "@/components/shell/problem-state";
import { RowList } from "@/components/ui/row-list";
import { FilterBar } from "@/components/views/filter-bar";
import type { ConversationSummary } from "@/lib/conversations/types";
import { ConversationRow, rowHeights } from "./conversation-row";
import { FilterBox } from "./filter-box";
import { ListEmpty } from "./list-empty";
import { ListSkeleton } from "./list-skeleton";
import { prefetchThread } from "./prefetch-thread";
import { listQuery } from "./queries";
import { SelectBox } from "./select-box";
import { useHoverIntent } from "./use-hover-intent";
import type { InboxUrl } from "./use-inbox-url";
import type { ListSelection } from "./use-selection";
import type { Steps } from "./use-steps";
import { ViewChips } from "./view-chips";

const SearchResults = lazy(() => import("@/components/search/search-results"));
const BulkBar = lazy(() => import("./bulk-bar"));

type ListProps = {
  url: InboxUrl;
  /** In order; the keyboard walks through the same. */
  shown: ConversationSummary[];
  selection: ListSelection;
  steps: Steps;
  text: string;
  onText: (text: string) => void;
  filterBox: RefObject<HTMLInputElement | null>;
};

export function ConversationList({ url, shown, selection, steps, text, onText, filterBox }: ListProps) {
  const t = useTranslations("inbox.list");
  const list = useInfiniteQuery(listQuery(url.filter));
  const readOn = useReadOn(list);
  const { density } = usePreferences();
  const [isGoingDown, setGoingDown] = useState(false);
  return (
    <section
      aria-label={t("label")}
      className="flex w-full min-w-0 shrink-0 flex-col border-e bg-surface max-md:group-data-[pane=thread]/inbox:hidden md:w-[340px]"
    >
      {selection.ids.length > 0 ? (
        <Suspense fallback={<div className="h-13 shrink-0 border-b bg-accent-soft" />}>
          <BulkBar selected={shown.filter(({ id }) => selection.has(id))} onClear={selection.clear} />
        </Suspense>
      ) : (
        <FilterBox url={url} value={text} onChange={onText} onDown={() => setGoingDown(true)} ref={filterBox} />
      )}
      <MyQueue onTaken={url.select} />
      {text.trim() === "" && <ViewChips url={url} />}
      {text.trim() === "" && <FilterBar url={url} />}
      {text.trim() !== "" ? (
        <Suspense fallback={<ListSkeleton label={t("loading")} />}>
          <SearchResults
            url={url}
            text={text}
            onText={onText}
            takesFocus={isGoingDown}
            onFocused={() => setGoingDown(false)}
            onLeave={() => filterBox.current?.focus()}
          />
        </Suspense>
      ) : list.isPending ? (
        <ListSkeleton label={t("loading")} />
      ) : list.isError && !list.data ? (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      ) : shown.length === 0 ? (
        <ListEmpty url={url} />
      ) : (
        // Measured once: other distances are another list.
        <Rows
          key={density}
          rowHeight={rowHeights[density]}
          url={url}
          shown={shown}
          selection={selection}
          steps={steps}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={readOn}
        />
      )}
    </section>
  );
}

type RowsProps = {
  rowHeight: number;
  url: InboxUrl;
  shown: ConversationSummary[];
  selection: ListSelection;
  steps: Steps;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => unknown;
};

const NOW_EVERY_MS = 30_000;

function Rows({ url, shown, selection, steps, ...rest }: RowsProps) {
  const t = useTranslations("inbox.list");
  const client = useQueryClient();
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const intent = useHoverIntent();

  const onRowClick = (conversationId: string) => {
    const open = onPlainClick(() => url.select(conversationId));
    const writeOn = onPlainClick(() => handlerOf("writeOn")?.());
    return (event: MouseEvent) => {
      // Enter on the row whose conversation is open already goes on into it.
      if (event.detail === 0 && conversationId === url.selectedId) return writeOn(event);
      if (!event.shiftKey) return open(event);
      event.preventDefault();
      selection.extendTo(conversationId);
    };
  };

  return (
    <RowList label={t("label")} rows={shown} selectedId={url.selectedId} moreLabel={t("more")} {...rest}>
      {(conversation) => (
        <div className="group/row relative h-full">
          <a
            ref={steps.rowRef(conversation.id)}
            href={url.hrefOf(conversation.id)}
            aria-current={conversation.id === url.selectedId ? "true" : undefined}
            className="focus-inset block h-full"
            onClick={onRowClick(conversation.id)}
            {...intent.on(() => prefetchThread(client, conversation.id))}
          >
            <ConversationRow
              conversation={conversation}
              isSelected={conversation.id === url.selectedId}
              isMarked={selection.has(conversation.id)}
              now={now}
              showAssignee={url.filter.view !== "mine" && url.filter.view !== "unassigned"}
            />
          </a>
          <SelectBox conversation={conversation} selection={selection} />
        </div>
      )}
    </RowList>
  );
}
