import type { DepthPoint } from "./types";

/** What took a conversation into a queue, through it or out of it. */
export type QueueMove = {
  conversationId: string;
  type: string;
  at: Date;
  departmentId: string | null;
  previousDepartmentId: string | null;
  /** Nobody had it before, so it may have been in the queue. */
  wasNobodys: boolean;
};

export type Queued = { conversationId: string; departmentId: string | null };

type Stay = { from: number; to: number; departmentId: string | null };

/**
 * How many waited at some moments, from who waits now and what has moved since: read backwards, as each move says what
 * was before it. `moves` are in the order in which they happened.
 */
export function depthAt(
  moments: readonly Date[],
  now: Date,
  waiting: readonly Queued[],
  moves: readonly QueueMove[],
  counts: (departmentId: string | null) => boolean,
): DepthPoint[] {
  const moved = Map.groupBy(moves, ({ conversationId }) => conversationId);
  const present = new Map(waiting.map(({ conversationId, departmentId }) => [conversationId, { departmentId }]));
  const ids = new Set([...moved.keys(), ...present.keys()]);
  const stays = [...ids].flatMap((id) => staysOf(moved.get(id) ?? [], present.get(id) ?? null, now.getTime()));
  const counted = stays.filter(({ departmentId }) => counts(departmentId));
  return moments.map((moment) => {
    const at = moment.getTime();
    return { at: moment.toISOString(), waiting: counted.filter(({ from, to }) => from <= at && at < to).length };
  });
}

const ALWAYS = Number.NEGATIVE_INFINITY;

function staysOf(moves: QueueMove[], present: { departmentId: string | null } | null, nowMs: number): Stay[] {
  const stays: Stay[] = [];
  let isQueued = present !== null;
  let departmentId = present?.departmentId ?? null;
  let until = nowMs + 1;
  for (const [index, move] of [...moves.entries()].reverse()) {
    const at = move.at.getTime();
    if (isQueued) stays.push({ from: at, to: until, departmentId });
    until = at;
    if (move.type === "conversation.queued") isQueued = false;
    else if (move.type === "conversation.transferred") departmentId = move.previousDepartmentId;
    else if (!isQueued && leftQueue(move, moves[index - 1])) {
      isQueued = true;
      departmentId = move.previousDepartmentId ?? move.departmentId;
    }
  }
  if (isQueued) stays.push({ from: ALWAYS, to: until, departmentId });
  return stays;
}

/** What ends a conversation ends its waiting too, but says so only where somebody took it. */
function leftQueue(move: QueueMove, before: QueueMove | undefined): boolean {
  if (move.type === "conversation.dequeued") return true;
  if (!move.wasNobodys) return false;
  return before === undefined || before.type === "conversation.queued" || before.type === "conversation.transferred";
}
