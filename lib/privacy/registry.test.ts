import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { contactTables } from "./registry";

const registered = contactTables.map(({ table }) => table);

test("every table that names a contact, or a message of one, is in the registry of erasure", async () => {
  const holding = await ownerQuery<{ table: string }>(`
    select distinct table_name as table from information_schema.columns
    where table_schema = 'public' and (column_name in ('contact_id', 'message_id', 'wamid', 'target_wamid', 'original_wamid'))
    order by 1`);
  expect(holding.length).toBeGreaterThan(8);
  expect(holding.map(({ table }) => table).filter((table) => !registered.includes(table))).toEqual([]);
});

test("the registry names only tables that exist, each once", async () => {
  const rows = await ownerQuery<{ table: string }>(
    "select tablename as table from pg_tables where schemaname = 'public'",
  );
  const existing = rows.map(({ table }) => table);
  expect(registered.filter((table) => !existing.includes(table))).toEqual([]);
  expect(new Set(registered).size).toBe(registered.length);
});
