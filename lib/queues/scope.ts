import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth";

type Asker = Pick<Actor, "visibility" | "departmentIds">;

/**
 * Whose figures over time the asker may know: those of the departments whose conversations they may see. What waits and
 * is open now, and every name, stands under the visibility rule of conversations itself.
 */
export function inScope({ visibility, departmentIds }: Asker, departmentId: string | null): boolean {
  return visibility === "all" || departmentId === null || departmentIds.includes(departmentId);
}

/** The same as a condition on a column. */
export function scopeOf({ visibility, departmentIds }: Asker, column: SQL): SQL {
  if (visibility === "all") return sql`true`;
  if (departmentIds.length === 0) return sql`${column} is null`;
  return sql`(${column} is null or ${column} = any(${sql.param(departmentIds)}::uuid[]))`;
}

/** `none`: what belongs to no department; left out: any. */
export function departmentIs(departmentId: string | undefined, column: SQL): SQL {
  if (departmentId === undefined) return sql`true`;
  return departmentId === "none" ? sql`${column} is null` : sql`${column} = ${departmentId}::uuid`;
}
