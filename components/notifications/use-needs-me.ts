"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { firstFilter } from "@/components/conversations/filter";
import { countsQuery, listQuery } from "@/components/conversations/queries";

/** How much waits for me and nobody else: customers of mine whom nobody has answered, and notes that call me. */
export function useNeedsMe(): number {
  const mine = useInfiniteQuery(listQuery(firstFilter)).data?.pages.flatMap((page) => page.items) ?? [];
  const mentions = useQuery(countsQuery).data?.mentions ?? 0;
  return mine.filter(({ waitingSince }) => waitingSince !== null).length + mentions;
}
