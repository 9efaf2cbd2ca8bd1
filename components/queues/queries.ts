import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListQueue, ReadDay, ReadWallboard } from "@/lib/queues/schemas";
import type { QueueAsked } from "./asked";

/** Some of it changes by the clock alone: the last hour goes on, and a promise comes to be at risk. */
const CLOCK_MS = 60_000;

export const wallboardQuery = (departmentId: string | null, timeZone: string) =>
  queryOptions({
    queryKey: keys.wallboard(departmentId),
    queryFn: ({ signal }) =>
      call<typeof ReadWallboard>("GET /queues", { departmentId: departmentId ?? undefined, timeZone }, { signal }),
    refetchInterval: CLOCK_MS,
    refetchIntervalInBackground: true,
  });

export const queueRowsQuery = (asked: QueueAsked, timeZone: string) =>
  queryOptions({
    queryKey: keys.queueRows(asked),
    queryFn: ({ signal }) =>
      call<typeof ListQueue>("GET /queues/conversations", { ...inputOf(asked), timeZone }, { signal }),
    refetchInterval: CLOCK_MS,
  });

export const dayQuery = (timeZone: string) =>
  queryOptions({
    queryKey: keys.day,
    queryFn: ({ signal }) => call<typeof ReadDay>("GET /me/day", { timeZone }, { signal }),
    refetchInterval: CLOCK_MS,
  });

/** As the API takes it. */
export function inputOf({ list, departmentId, memberId }: QueueAsked) {
  return { list, departmentId: departmentId ?? undefined, memberId: memberId ?? undefined };
}
