"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

type RowListProps<Row extends { id: string }> = {
  label: string;
  rows: readonly Row[];
  rowHeight: number;
  /** Kept in view as it changes. */
  selectedId: string | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => unknown;
  /** Stands in the place of what is being loaded. */
  moreLabel: string;
  children: (row: Row) => ReactNode;
};

const FIRST_PAINT = { width: 340, height: 900 };

/** A long list of rows of one height: only those in view are on the page, and its end asks for more. */
export function RowList<Row extends { id: string }>(props: RowListProps<Row>) {
  const { label, rows, rowHeight, selectedId, hasMore, isLoadingMore, onMore, moreLabel, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? "more",
    overscan: 6,
    initialRect: FIRST_PAINT,
  });
  const items = virtual.getVirtualItems();
  const isEndInView = hasMore && (items.at(-1)?.index ?? 0) >= rows.length;
  useEffect(() => {
    if (isEndInView && !isLoadingMore) onMore();
  }, [isEndInView, isLoadingMore, onMore]);

  const selectedIndex = rows.findIndex(({ id }) => id === selectedId);
  const list = useRef(virtual);
  useEffect(() => {
    if (selectedIndex < 0) return;
    const { scrollOffset, scrollRect } = list.current;
    const start = selectedIndex * rowHeight;
    const isInView =
      scrollOffset !== null &&
      scrollRect !== null &&
      start >= scrollOffset &&
      start + rowHeight <= scrollOffset + scrollRect.height;
    // Even where nothing has to move, to ask for it makes the browser lay out the whole page twice.
    if (!isInView) list.current.scrollToIndex(selectedIndex, { align: "auto" });
  }, [selectedIndex, rowHeight]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul className="relative" style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            <li
              key={item.key}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {row ? children(row) : <p className="grid h-full place-items-center text-sm text-ink-3">{moreLabel}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
