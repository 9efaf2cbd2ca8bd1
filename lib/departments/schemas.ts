import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

export const Department = z.object({
  id: z.uuid(),
  name: z.string(),
  memberIds: z.array(z.uuid()),
  /** One of these has to be given to resolve a conversation; none: nothing is asked. */
  closingReasons: z.array(z.string()),
  asksClosingNote: z.boolean(),
});

const name = z.string().trim().min(1).max(60);
const closingReasons = z
  .array(z.string().trim().min(1, "should not be empty").max(80))
  .max(30)
  .refine((reasons) => new Set(reasons).size === reasons.length, "should each be there once");

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
  input: z.object({
    name,
    memberIds: z.array(z.uuid()).max(500).default([]),
    closingReasons: closingReasons.default([]),
    asksClosingNote: z.boolean().default(false),
  }),
  output: Department,
});

export const EditDepartment = contract({
  method: "PATCH",
  path: "/departments/:departmentId",
  permission: "departments.manage",
  summary: "Change a department: its name, its members, and what it asks for when a conversation is resolved",
  input: z.object({
    departmentId: z.uuid(),
    name: name.optional(),
    memberIds: z.array(z.uuid()).max(500).optional(),
    closingReasons: closingReasons.optional(),
    asksClosingNote: z.boolean().optional(),
  }),
  output: Department,
});
