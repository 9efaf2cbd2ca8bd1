"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useReadOn } from "@/components/queries/use-read-on";
import { ProblemState } from "@/components/shell/problem-state";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { chronological } from "./merge";
import { threadQuery } from "./queries";
import { ThreadPlaces } from "./thread-places";
import { ThreadScroller } from "./thread-scroller";
import { ThreadSkeleton } from "./thread-skeleton";
import { useBeside } from "./use-beside";

type ThreadProps = { conversation: ConversationSummary; onReply: (message: Message) => void };

/** A conversation's messages: loading, failed, or there. */
export function Thread({ conversation, onReply }: ThreadProps) {
  const t = useTranslations("inbox.thread");
  const query = useInfiniteQuery(threadQuery(conversation.id));
  const readOlder = useReadOn(query);
  const pages = query.data?.pages;
  const messages = useMemo(() => chronological(pages ?? []), [pages]);
  const beside = useBeside(conversation.id, query.hasNextPage ? (messages[0]?.at ?? null) : null);
  if (query.isPending) return <ThreadSkeleton label={t("loading")} />;
  if (!pages) {
    return (
      <div className="grid min-h-0 flex-1 place-items-center">
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  const canAct = conversation.owner === "us" && conversation.state !== "resolved";
  return (
    <ThreadPlaces conversationId={conversation.id} messages={messages} onReply={canAct ? onReply : null}>
      <ThreadScroller
        conversation={conversation}
        messages={messages}
        beside={beside}
        pageCount={pages.length}
        hasOlder={query.hasNextPage}
        isLoadingOlder={query.isFetchingNextPage}
        hasOlderFailed={query.isFetchNextPageError}
        onOlder={readOlder}
        onReply={onReply}
      />
    </ThreadPlaces>
  );
}
