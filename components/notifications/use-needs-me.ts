"use client";

import { useQuery } from "@tanstack/react-query";
import { countsQuery } from "@/components/conversations/queries";

/** How much waits for me and nobody else: customers of mine whom nobody has answered, and notes that call me. */
export function useNeedsMe(): number {
  const counts = useQuery(countsQuery).data;
  return counts ? counts.mineWaiting + counts.mentions : 0;
}
