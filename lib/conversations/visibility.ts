import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Actor } from "@/lib/auth";

type Asker = Pick<Actor, "id" | "visibility" | "departmentIds">;

export type VisibilityFacts = { departmentId: string | null; assigneeId: string | null; state: string };

/**
 * The one rule of who sees a conversation, asked by lists, counts, search, sockets and the API. A conversation without
 * a department belongs to everybody, or nobody would find it.
 */
export function maySee(asker: Asker, { departmentId, assigneeId, state }: VisibilityFacts): boolean {
  if (asker.visibility === "all" || assigneeId === asker.id) return true;
  const inDepartment = departmentId === null || asker.departmentIds.includes(departmentId);
  return inDepartment && (asker.visibility === "department" || isNobodys(assigneeId, state));
}

/** Waits for whoever takes it, now or when it wakes. */
function isNobodys(assigneeId: string | null, state: string): boolean {
  return state === "queued" || (state === "snoozed" && assigneeId === null);
}

/** The same rule as a condition on `conversations`. */
export function visibleTo(asker: Asker): SQL | undefined {
  if (asker.visibility === "all") return undefined;
  const inDepartment = or(isNull(conversations.departmentId), inDepartments(asker.departmentIds));
  const mine = eq(conversations.assigneeId, sql`${asker.id}::uuid`);
  if (asker.visibility === "department") return or(mine, inDepartment);
  const asleep = and(eq(conversations.state, "snoozed"), isNull(conversations.assigneeId));
  return or(mine, and(or(eq(conversations.state, "queued"), asleep), inDepartment));
}

function inDepartments(ids: string[]): SQL | undefined {
  return ids.length === 0 ? undefined : inArray(conversations.departmentId, ids);
}
