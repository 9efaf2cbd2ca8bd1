import type { Actor } from "@/lib/auth";

/** The asker, as the definer functions read them. */
export function who({ id, kind, visibility, departmentIds }: Actor): string {
  return JSON.stringify({ visibility, departmentIds, memberId: kind === "system" ? null : id });
}
