import { and, eq, inArray } from "drizzle-orm";
import { apiKeys, departments, members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { TimelineEntry } from "@/lib/conversations/types";
import { isUuid } from "@/lib/ids";
import type { TimelineRow } from "./list";

type Named = { id: string; name: string };

/** The names behind the ids of some rows: members, departments and keys, each in one statement. */
export async function namesOf(
  tx: Transaction,
  tenantId: string,
  rows: Pick<TimelineRow, "actor" | "member_id" | "department_id">[],
) {
  const actors = rows.map(({ actor }) => actor);
  const memberIds = idsOf([...actors.map((actor) => idIn(actor, "member")), ...rows.map((row) => row.member_id)]);
  const keyIds = idsOf(actors.map((actor) => idIn(actor, "api_key")));
  const departmentIds = idsOf(rows.map((row) => row.department_id));
  const known = [
    ...(memberIds.length === 0 ? [] : await select(tx, members, tenantId, memberIds)),
    ...(keyIds.length === 0 ? [] : await select(tx, apiKeys, tenantId, keyIds)),
    ...(departmentIds.length === 0 ? [] : await select(tx, departments, tenantId, departmentIds)),
  ];
  const byId = new Map(known.map((each) => [each.id, each.name]));
  const named = (id: string | null): Named | null => (id === null ? null : { id, name: byId.get(id) ?? "" });
  return {
    member: named,
    department: named,
    actor: (text: string): TimelineEntry["actor"] => {
      const id = idIn(text, "member") ?? idIn(text, "api_key");
      if (id === null) return { kind: "system", id: null, name: null };
      return { kind: text.startsWith("member:") ? "member" : "api_key", id, name: byId.get(id) ?? null };
    },
  };
}

function select(
  tx: Transaction,
  table: typeof members | typeof apiKeys | typeof departments,
  tenantId: string,
  ids: string[],
) {
  return tx
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.tenantId, tenantId), inArray(table.id, ids)));
}

function idIn(actor: string, kind: "member" | "api_key"): string | null {
  const id = actor.startsWith(`${kind}:`) ? actor.slice(kind.length + 1) : null;
  return isUuid(id) ? id : null;
}

function idsOf(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
