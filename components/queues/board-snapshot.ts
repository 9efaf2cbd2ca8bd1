import type { QueryClient } from "@tanstack/react-query";
import { fill } from "@/components/queries/fill";
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

export function fillBoardQueries(client: QueryClient, { place, board, rows }: BoardSnapshot): void {
  fill(client, keys.wallboard(place.departmentId), board);
  fill(client, keys.queueRows(place.asked), rows);
}
