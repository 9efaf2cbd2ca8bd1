import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

export const Department = z.object({ id: z.uuid(), name: z.string(), memberIds: z.array(z.uuid()) });

const name = z.string().trim().min(1).max(60);

export const ListDepartments = contract({
  method: "GET",
  path: "/departments",
  permission: "departments.read",
  summary: "List departments with their members",
  input: PageInput,
  output: pageOf(Department),
});

export const CreateDepartment = contract({
  method: "POST",
  path: "/departments",
  permission: "departments.manage",
  summary: "Create a department",
  input: z.object({ name, memberIds: z.array(z.uuid()).max(500).default([]) }),
  output: Department,
});

export const EditDepartment = contract({
  method: "PATCH",
  path: "/departments/:departmentId",
  permission: "departments.manage",
  summary: "Rename a department or set its members",
  input: z.object({
    departmentId: z.uuid(),
    name: name.optional(),
    memberIds: z.array(z.uuid()).max(500).optional(),
  }),
  output: Department,
});
