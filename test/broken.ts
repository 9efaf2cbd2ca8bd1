import { ownerQuery } from "./database";

/**
 * Makes the database refuse whatever is written of one row, as a fault of ours in what is stored there would: the rest of
 * the work must not stand still for it. The function returned mends it.
 */
export async function breakWrites(table: string, column: string, id: string): Promise<() => Promise<void>> {
  const name = `broken_${id.replaceAll("-", "")}`;
  await ownerQuery(`create function ${name}() returns trigger language plpgsql as
    $$ begin raise exception 'broken' using errcode = '22023'; end $$`);
  for (const [event, row] of [
    ["insert or update", "new"],
    ["delete", "old"],
  ]) {
    await ownerQuery(`create trigger ${name}_${row} before ${event} on ${table} for each row
      when (${row}.${column} = '${id}') execute function ${name}()`);
  }
  return async () => void (await ownerQuery(`drop function ${name}() cascade`));
}

/** What is put off, and why. */
export const putOffOf = (tenantId: string) =>
  ownerQuery<{ work: string; item_id: string; failures: number; code: string | null }>(
    "select work, item_id, failures, code from errands where tenant_id = $1 order by work, item_id",
    [tenantId],
  );
