import { expect, it } from "vitest";
import { query } from "@/scripts/support/database.mjs";
import { cloneDatabase, ownerQuery } from "./database";

const whoAndWhere = "select current_user as role, current_database() as database";

it("a test file has a migrated database of its own", async () => {
  const [{ name } = { name: "" }] = await ownerQuery<{ name: string }>("select current_database() as name");
  expect(process.env.DATABASE_URL).toContain(name);
  expect(await ownerQuery("select to_regclass('tenants')::text as found")).toEqual([{ found: "tenants" }]);
});

it.each([
  ["DATABASE_URL", "parley_app"],
  ["DATABASE_DOOR_URL", "parley_door"],
  ["DATABASE_SYSTEM_URL", "parley_system"],
])("%s reaches it as %s", async (variable, role) => {
  const [row] = await query(process.env[variable] ?? "", whoAndWhere);
  expect(row.role).toBe(role);
});

it("a further clone does not see what is written to the first", async () => {
  await ownerQuery("create table marker (id int)");
  const other = await cloneDatabase();
  const [{ found }] = await query(other.ownerUrl, "select to_regclass('marker') as found");
  expect(found).toBeNull();
});
