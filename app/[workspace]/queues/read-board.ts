import { type BoardPlace, readBoardPlace } from "@/components/queues/asked";
import type { BoardSnapshot } from "@/components/queues/board-snapshot";
import { inputOf } from "@/components/queues/queries";
import type { Actor } from "@/lib/auth";
import { DomainError } from "@/lib/errors";
import { listQueue, readWallboard } from "@/lib/queues";
import { ListQueue } from "@/lib/queues/schemas";
import { readPresent } from "@/lib/realtime";

export type BoardParams = Record<string, string | string[] | undefined>;

/**
 * The board as it is now. The cursor is read first: what happens during the other reads comes again as an event. Null
 * for a link to a department that has gone, or to what only others may watch.
 */
export async function readBoard(actor: Actor, params: BoardParams, timeZone: string): Promise<BoardSnapshot | null> {
  const place = readBoardPlace({ get: (name) => textOf(params[name]) });
  const cursor = await readPresent(actor);
  try {
    return { cursor, place, ...(await readPlace(actor, place, timeZone)) };
  } catch (error) {
    const isElsewhere = error instanceof DomainError && (error.kind === "not_found" || error.kind === "forbidden");
    if (isElsewhere && (place.departmentId || place.asked.memberId)) return null;
    throw error;
  }
}

async function readPlace(actor: Actor, place: BoardPlace, timeZone: string) {
  const [board, rows] = await Promise.all([
    readWallboard(actor, { departmentId: place.departmentId ?? undefined, timeZone }),
    listQueue(actor, ListQueue.input.parse({ ...inputOf(place.asked), timeZone })),
  ]);
  return { board, rows };
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
