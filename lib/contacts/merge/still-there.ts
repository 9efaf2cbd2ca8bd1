import type { Transaction } from "@/db/transaction";
import type { MergeChange } from "./change";

/**
 * A conversation comes back to whom it belonged, unless they have left or the department is no more: then it waits in
 * the queue.
 */
export async function withStillThere(
  tx: Transaction,
  tenantId: string,
  changes: MergeChange[],
): Promise<MergeChange[]> {
  const held = changes.flatMap((change) =>
    change.table === "conversations" && change.did !== "insert" ? [change.was] : [],
  );
  const members = await idsAmong(
    tx,
    "select id from members where tenant_id = $1 and status = 'active' and id = any($2::uuid[])",
    tenantId,
    held.map((was) => was.assignee_id),
  );
  const departments = await idsAmong(
    tx,
    "select id from departments where tenant_id = $1 and id = any($2::uuid[])",
    tenantId,
    held.map((was) => was.department_id),
  );
  return changes.map((change) => {
    if (change.table !== "conversations" || change.did === "insert") return change;
    const was = { ...change.was };
    if (typeof was.department_id === "string" && !departments.has(was.department_id)) was.department_id = null;
    if (typeof was.assignee_id === "string" && !members.has(was.assignee_id)) {
      was.assignee_id = null;
      if (was.state === "open") was.state = "queued";
    }
    return { ...change, was };
  });
}

async function idsAmong(tx: Transaction, statement: string, tenantId: string, ids: unknown[]): Promise<Set<string>> {
  const wanted = ids.filter((id) => typeof id === "string");
  if (wanted.length === 0) return new Set();
  const { rows } = await tx.$client.query<{ id: string }>(statement, [tenantId, wanted]);
  return new Set(rows.map(({ id }) => id));
}
