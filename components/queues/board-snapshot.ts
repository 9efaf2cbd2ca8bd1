import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import type { QueueRow, Wallboard } from "@/lib/queues/types";
import type { BoardPlace } from "./asked";

/** What the server read for the first paint, and the moment of the event log before which it read. */
export type BoardSnapshot = {
  cursor: string;
  place: BoardPlace;
  board: Wallboard;
  rows: { items: QueueRow[]; total: number };
};

/** What is in the cache already is as new or newer: events keep it so. */
export function fillBoardQueries(client: QueryClient, { place, board, rows }: BoardSnapshot): void {
  const keepOr = (key: readonly unknown[], value: unknown) => {
    const state = client.getQueryState(key);
    if (state?.data === undefined || state.isInvalidated) client.setQueryData(key, value);
  };
  keepOr(keys.wallboard(place.departmentId), board);
  keepOr(keys.queueRows(place.asked), rows);
}
