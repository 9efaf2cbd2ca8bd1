"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useMemo } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { grouped } from "@/components/messages/media-groups";
import { chronological } from "@/components/messages/merge";
import { PictureSpace } from "@/components/messages/picture-space";
import { Piece } from "@/components/messages/piece";
import { threadQuery } from "@/components/messages/queries";
import { type Beside, inPieces, PIECE_SIZE, threadItems } from "@/components/messages/thread-items";
import { useBeside } from "@/components/messages/use-beside";
import { useOlder } from "@/components/messages/use-older";
import type { PastConversation as Past } from "@/lib/conversations/types";
import { PastEnd, PastHead } from "./past-divider";

/** Later than anything: until the messages are here nothing stands beside them. */
const NOT_YET = "9999";
const noReply = () => undefined;

type PastProps = {
  past: Past;
  scroller: RefObject<HTMLDivElement | null>;
  now: Date;
  /** What comes before its first message, once that is here. */
  above: ReactNode;
};

/** A conversation that is over, to be read in the same scroll. */
export function PastConversation({ past, scroller, now, above }: PastProps) {
  const t = useTranslations("inbox.thread");
  const words = useTimeWords();
  const query = useInfiniteQuery(threadQuery(past.id));
  const pages = query.data?.pages;
  const messages = useMemo(() => chronological(pages ?? []), [pages]);
  const beside = useBeside(past.id, pages ? (query.hasNextPage ? (messages[0]?.at ?? null) : null) : NOT_YET);
  const shown = useMemo(() => beside.filter((each) => !isItsEnd(each, past)), [beside, past]);
  const older = useOlder(scroller, query.isFetchingNextPage, query.fetchNextPage);
  const pieces = useMemo(
    () => inPieces(grouped(threadItems(messages, words.dayOf, null, shown)), PIECE_SIZE),
    [messages, words.dayOf, shown],
  );
  if (!pages) return <p className="py-3 text-center text-xs text-ink-3">{t("older")}</p>;
  return (
    <>
      {query.hasNextPage ? (
        <p key={pages.length} ref={older} className="py-3 text-center text-xs text-ink-3">
          {t("older")}
        </p>
      ) : (
        above
      )}
      <section aria-label={t("past.label", { date: words.exact(past.openedAt) })}>
        {!query.hasNextPage && <PastHead past={past} now={now} />}
        <PictureSpace messages={messages} onReply={null}>
          {pieces.map((items) => (
            <Piece key={items[0]?.key} items={items} scroller={scroller} now={now} canAct={false} onReply={noReply} />
          ))}
        </PictureSpace>
        <PastEnd past={past} now={now} />
      </section>
    </>
  );
}

const AT_ONCE_MS = 2_000;

/** The divider below says so already. */
function isItsEnd(item: Beside, { resolvedAt }: Past): boolean {
  const isEnd = item.kind === "line" && item.entry.type === "conversation.resolved";
  return isEnd && Math.abs(Date.parse(item.at) - Date.parse(resolvedAt ?? "")) < AT_ONCE_MS;
}
