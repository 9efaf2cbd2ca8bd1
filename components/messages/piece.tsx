"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { TimelineLine } from "@/components/conversations/timeline-line";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { NoteBubble } from "@/components/notes/note-bubble";
import type { Message } from "@/lib/messages/types";
import { Bubble } from "./bubble";
import { GroupBubble } from "./group-bubble";
import type { MediaGroup } from "./media-groups";
import { useThreadPlace } from "./thread-context";
import type { ThreadItem } from "./thread-items";

type PieceProps = {
  items: (ThreadItem | MediaGroup)[];
  scroller: RefObject<HTMLDivElement | null>;
  now: Date;
  canAct: boolean;
  onReply: (message: Message) => void;
};

const KEPT_AROUND_VIEW = "1800px 0px";

/** Some messages in a row. Far from view only their height is kept, so that a thread of any length stays light. */
export function Piece({ items, scroller, now, canAct, onReply }: PieceProps) {
  const element = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState<{ height: number; count: number } | null>(null);
  const count = items.length;
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry) setAway(entry.isIntersecting ? null : { height: watched.offsetHeight, count });
      },
      { root: scroller.current, rootMargin: KEPT_AROUND_VIEW },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [scroller, count]);
  const { wantedId } = useThreadPlace();
  // Older messages may have joined this piece: then the height that was kept is of another one.
  const isHere = away === null || away.count !== count || items.some((item) => holds(item, wantedId));
  return (
    <div ref={element} className="flow-root contain-layout" style={isHere ? undefined : { height: away.height }}>
      {isHere && items.map((item) => <Item key={item.key} item={item} now={now} canAct={canAct} onReply={onReply} />)}
    </div>
  );
}

function holds(item: ThreadItem | MediaGroup, wantedId: string | null): boolean {
  if (wantedId === null) return false;
  if (item.kind === "group") return item.messages.some(({ id }) => id === wantedId);
  if (item.kind === "note") return item.note.id === wantedId;
  return item.kind === "message" && item.message.id === wantedId;
}

type ItemProps = Pick<PieceProps, "now" | "canAct" | "onReply"> & { item: ThreadItem | MediaGroup };

function Item({ item, now, canAct, onReply }: ItemProps) {
  switch (item.kind) {
    case "day":
      return <DayDivider at={item.at} now={now} />;
    case "new":
      return <NewDivider />;
    case "note":
      return <NoteBubble note={item.note} />;
    case "line":
      return <TimelineLine entry={item.entry} now={now} />;
    case "group":
      return (
        <GroupBubble messages={item.messages} joinsPrevious={item.joinsPrevious} canAct={canAct} onReply={onReply} />
      );
    case "message":
      return <Bubble message={item.message} joinsPrevious={item.joinsPrevious} canAct={canAct} onReply={onReply} />;
  }
}

function DayDivider({ at, now }: { at: string; now: Date }) {
  const words = useTimeWords();
  return (
    <h3 className="mx-auto my-2.5 w-fit rounded-full bg-sunken px-2.5 py-0.5 text-xs text-ink-3">
      {words.day(at, now)}
    </h3>
  );
}

function NewDivider() {
  const t = useTranslations("inbox.thread");
  return (
    <p className="mx-6 my-2 flex items-center gap-2.5 text-xs font-semibold text-accent before:h-px before:flex-1 before:bg-accent-line after:h-px after:flex-1 after:bg-accent-line">
      {t("newSince")}
    </p>
  );
}
