import { expect, test } from "vitest";
import { makeTenant } from "@/test/factories";
import { createDepartment, editDepartment, listDepartments } from "./index";

const page = { limit: 50 };
const returns = { name: "Returns", memberIds: [], closingReasons: [], asksClosingNote: false };

test("an admin creates a department with its members, and everybody reads it", async () => {
  const tenant = await makeTenant();
  const memberIds = [tenant.agent.id, tenant.agent2.id].sort();
  const created = await createDepartment(tenant.admin, { ...returns, memberIds });
  expect(created).toMatchObject({ name: "Returns", memberIds });
  const { items } = await listDepartments(tenant.agent, page);
  expect(items.map(({ name }) => name)).toEqual(["Returns", "Sales", "Support"]);
});

test("two departments of a workspace cannot have one name; two workspaces can", async () => {
  const [a, b] = [await makeTenant(), await makeTenant()];
  const make = (tenant: typeof a) => createDepartment(tenant.admin, returns);
  await make(a);
  await make(b);
  await expect(make(a)).rejects.toMatchObject({ kind: "conflict", code: "department_name_taken" });
});

test("setting the members replaces them, and a stranger's member is not found", async () => {
  const [tenant, stranger] = [await makeTenant(), await makeTenant()];
  const [sales] = tenant.departments;
  const set = (memberIds: string[]) => editDepartment(tenant.admin, { departmentId: sales.id, memberIds });
  expect((await set([tenant.agent2.id])).memberIds).toEqual([tenant.agent2.id]);
  await expect(set([stranger.agent.id])).rejects.toMatchObject({ code: "member_not_found" });
  const { items } = await listDepartments(tenant.admin, page);
  expect(items.find(({ id }) => id === sales.id)?.memberIds).toEqual([tenant.agent2.id]);
});

test("an agent cannot manage departments, and another workspace's department is not found", async () => {
  const [tenant, stranger] = [await makeTenant(), await makeTenant()];
  await expect(createDepartment(tenant.agent, returns)).rejects.toMatchObject({
    kind: "forbidden",
  });
  const foreign = { departmentId: stranger.departments[0].id, name: "Taken" };
  await expect(editDepartment(tenant.owner, foreign)).rejects.toMatchObject({ code: "department_not_found" });
});
