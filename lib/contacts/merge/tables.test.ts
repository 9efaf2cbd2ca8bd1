import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { mergedTables } from "./tables";

/** Steps of an undo speak of a conversation as it was before the merge; a bucket of a pair fills anew by itself. */
const leftAlone = ["undo_steps"];

test("every table that names a contact or a conversation is known to a merge", async () => {
  const holding = await ownerQuery<{ table: string }>(`
    select distinct table_name as table from information_schema.columns
    where table_schema = 'public' and column_name in ('contact_id', 'conversation_id') order by 1`);
  const known = [...mergedTables.map(({ table }) => table), ...leftAlone];
  expect(holding.length).toBeGreaterThan(15);
  expect(holding.map(({ table }) => table).filter((table) => !known.includes(table))).toEqual([]);
});

test("rows of each table are told apart by its own primary key", async () => {
  const keys = await ownerQuery<{ table: string; columns: string[] }>(`
    select c.conrelid::regclass::text as table, array(
      select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k
      where a.attname <> 'tenant_id' order by 1) as columns
    from pg_constraint c where c.contype = 'p'`);
  for (const { table, key } of mergedTables) {
    expect(key.toSorted(), table).toEqual(keys.find((each) => each.table === table)?.columns);
  }
});
