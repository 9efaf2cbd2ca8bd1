"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ProblemState } from "@/components/shell/problem-state";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { Announcer } from "./announcer";
import { chronological } from "./merge";
import { OutgoingBubble } from "./outgoing/outgoing-bubble";
import { useOutgoing } from "./outgoing/provider";
import { Piece } from "./piece";
import { threadQuery } from "./queries";
import { ScrollDown } from "./scroll-down";
import { firstUnreadId, inPieces, threadItems } from "./thread-items";
import { ThreadSkeleton } from "./thread-skeleton";
import { useOlder } from "./use-older";

const PIECE_SIZE = 30;

type ThreadProps = { conversation: ConversationSummary; onReply: (message: Message) => void };

/**
 * The messages, the newest at the foot. The scroller runs from its foot upwards, so it stays there when something comes
 * and stays where it is when older messages are put above. Pieces far from view leave the page and keep their height.
 */
export function Thread({ conversation, onReply }: ThreadProps) {
  const t = useTranslations("inbox.thread");
  const query = useInfiniteQuery(threadQuery(conversation.id));
  const words = useTimeWords();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const older = useOlder(query, scroller);
  const outgoing = useOutgoing();
  const messages = useMemo(() => chronological(query.data?.pages ?? []), [query.data]);
  const [unreadAtFirst] = useState(conversation.unreadCount);
  const firstNew = useRef<string | null>(null);
  firstNew.current ??= messages.length > 0 ? (firstUnreadId(messages, unreadAtFirst) ?? "none") : null;
  const pieces = useMemo(
    () => inPieces(threadItems(messages, words.dayOf, firstNew.current), PIECE_SIZE),
    [messages, words.dayOf],
  );
  const pending = outgoing.filter(
    ({ conversationId, clientId }) =>
      conversationId === conversation.id && !messages.some((message) => message.clientId === clientId),
  );

  if (query.isPending) return <ThreadSkeleton label={t("loading")} />;
  if (query.isError && !query.data) {
    return (
      <div className="grid min-h-0 flex-1 place-items-center">
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  const canAct = conversation.owner === "us" && conversation.state !== "resolved";
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: A region that scrolls has to be reachable by keyboard.
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t("label", { name: conversation.contact.name })}
        className="focus-inset flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain"
      >
        <div className="flex flex-col pt-4 pb-3">
          {query.hasNextPage && (
            <p key={query.data.pages.length} ref={older} className="py-3 text-center text-xs text-ink-3">
              {t("older")}
            </p>
          )}
          {messages.length === 0 && pending.length === 0 && <EmptyState title={t("empty")} />}
          {pieces.map((items) => (
            <Piece key={items[0]?.key} items={items} scroller={scroller} now={now} canAct={canAct} onReply={onReply} />
          ))}
          {pending.map((each) => (
            <OutgoingBubble key={each.clientId} outgoing={each} />
          ))}
        </div>
      </div>
      <ScrollDown scroller={scroller} newestId={messages.at(-1)?.id ?? null} />
      <Announcer messages={messages} name={conversation.contact.name} />
    </div>
  );
}
