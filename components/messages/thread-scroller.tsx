"use client";

import { useNow, useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { Announcer } from "./announcer";
import { grouped } from "./media-groups";
import { OutgoingBubble } from "./outgoing/outgoing-bubble";
import { useOutgoing } from "./outgoing/provider";
import { PreviousConversation } from "./past/previous-conversation";
import { Piece } from "./piece";
import { ScrollDown } from "./scroll-down";
import { type Beside, inPieces, PIECE_SIZE, threadItems } from "./thread-items";
import { useFirstNew } from "./use-first-new";
import { useOlder } from "./use-older";
import { useSteadyView } from "./use-steady-view";

/** "Today" becomes "Yesterday" at midnight. */
const NOW_EVERY_MS = 60_000;

type ScrollerProps = {
  conversation: ConversationSummary;
  /** The oldest first. */
  messages: Message[];
  beside: Beside[];
  pageCount: number;
  hasOlder: boolean;
  isLoadingOlder: boolean;
  hasOlderFailed: boolean;
  onOlder: () => unknown;
  onReply: (message: Message) => void;
};

/**
 * The scroller runs from its foot upwards, so it stays there when something comes and stays where it is when older
 * messages are put above. Pieces far from view leave the page and keep their height.
 */
export function ThreadScroller(props: ScrollerProps) {
  const { conversation, messages, beside, pageCount, hasOlder, isLoadingOlder, hasOlderFailed, onOlder, onReply } =
    props;
  const t = useTranslations("inbox.thread");
  const words = useTimeWords();
  const now = useNow({ updateInterval: NOW_EVERY_MS });
  const scroller = useRef<HTMLDivElement>(null);
  const newestId = messages.at(-1)?.id ?? null;
  const older = useOlder(scroller, isLoadingOlder, onOlder);
  const olderKey = `${pageCount} ${isLoadingOlder || hasOlderFailed}`;
  useSteadyView(scroller, newestId);
  const outgoing = useOutgoing();
  const firstNewId = useFirstNew(conversation, messages);
  const pieces = useMemo(
    () => inPieces(grouped(threadItems(messages, words.dayOf, firstNewId, beside)), PIECE_SIZE),
    [messages, words.dayOf, firstNewId, beside],
  );
  const pending = outgoing.filter(
    ({ conversationId, clientId }) =>
      conversationId === conversation.id && !messages.some((message) => message.clientId === clientId),
  );
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
        className="focus-inset flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <div className="pt-4 pb-3">
          {hasOlder ? (
            <p key={olderKey} ref={older} className="py-3 text-center text-xs text-ink-3">
              {t("older")}
            </p>
          ) : (
            <PreviousConversation of={conversation} isLatest scroller={scroller} now={now} />
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
      <ScrollDown scroller={scroller} newestId={newestId} />
      <Announcer messages={messages} name={conversation.contact.name} />
    </div>
  );
}
