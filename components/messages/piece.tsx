"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { Message } from "@/lib/messages/types";
import { Bubble } from "./bubble";
import type { ThreadItem } from "./thread-items";

type PieceProps = {
  items: ThreadItem[];
  scroller: RefObject<HTMLDivElement | null>;
  now: Date;
  canAct: boolean;
  onReply: (message: Message) => void;
};

const KEPT_AROUND_VIEW = "1800px 0px";

/** Some messages in a row. Far from view only their height is kept, so that a thread of any length stays light. */
export function Piece({ items, scroller, now, canAct, onReply }: PieceProps) {
  const element = useRef<HTMLDivElement>(null);
  const [heightWhileAway, setHeightWhileAway] = useState<number | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry) setHeightWhileAway(entry.isIntersecting ? null : watched.offsetHeight);
      },
      { root: scroller.current, rootMargin: KEPT_AROUND_VIEW },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [scroller]);
  return (
    <div ref={element} style={heightWhileAway === null ? undefined : { height: heightWhileAway }}>
      {heightWhileAway === null &&
        items.map((item) => <Item key={item.key} item={item} now={now} canAct={canAct} onReply={onReply} />)}
    </div>
  );
}

type ItemProps = Pick<PieceProps, "now" | "canAct" | "onReply"> & { item: ThreadItem };

function Item({ item, now, canAct, onReply }: ItemProps) {
  switch (item.kind) {
    case "day":
      return <DayDivider at={item.at} now={now} />;
    case "new":
      return <NewDivider />;
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
