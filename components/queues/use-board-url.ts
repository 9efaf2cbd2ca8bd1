"use client";

import { useSearchParams } from "next/navigation";
import { useMe } from "@/components/shell/me";
import { type BoardPlace, type QueueAsked, queryOfPlace, readBoardPlace } from "./asked";

/** Where one is on the board, as the URL says; moving about asks the server for no page. */
export function useBoardUrl() {
  const { slug } = useMe().workspace;
  const place = readBoardPlace(useSearchParams());
  const hrefOf = (wanted: Partial<BoardPlace>) => `/${slug}/queues${queryOfPlace({ ...place, ...wanted })}`;
  const hrefOfRows = (asked: Partial<QueueAsked>) =>
    hrefOf({ asked: { list: "line", departmentId: place.departmentId, memberId: null, ...asked } });
  return {
    place,
    hrefOf,
    hrefOfRows,
    show: (wanted: Partial<BoardPlace>) => window.history.pushState(null, "", hrefOf(wanted)),
    /** The inbox of what a figure counts. */
    inboxOf: (query: Record<string, string | null>) => {
      const given = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
      return `/${slug}/inbox?${new URLSearchParams(given)}`;
    },
  };
}

export type BoardUrl = ReturnType<typeof useBoardUrl>;
