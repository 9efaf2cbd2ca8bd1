import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

export const ServiceLevelPolicy = z.object({
  id: z.uuid(),
  name: z.string(),
  firstReplyMinutes: z.number().int().nullable(),
  nextReplyMinutes: z.number().int().nullable(),
  resolutionMinutes: z.number().int().nullable(),
  /** Counts only while the department is open; else by the calendar. */
  inHours: z.boolean(),
  /** Which part of the time is gone when somebody is warned. */
  warnAtPercent: z.number().int(),
});

const name = z.string().trim().min(1, "should not be empty").max(60);
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 90)
  .nullable();
const warnAtPercent = z.number().int().min(1).max(99);

export const ListServiceLevelPolicies = contract({
  method: "GET",
  path: "/service-level-policies",
  permission: "departments.read",
  summary: "List service level policies by name",
  input: PageInput,
  output: pageOf(ServiceLevelPolicy),
});

export const CreateServiceLevelPolicy = contract({
  method: "POST",
  path: "/service-level-policies",
  permission: "serviceLevels.manage",
  summary: "Create a service level policy; what is null is not promised",
  input: z.object({
    name,
    firstReplyMinutes: minutes.default(null),
    nextReplyMinutes: minutes.default(null),
    resolutionMinutes: minutes.default(null),
    inHours: z.boolean().default(false),
    warnAtPercent: warnAtPercent.default(80),
  }),
  output: ServiceLevelPolicy,
});

export const EditServiceLevelPolicy = contract({
  method: "PATCH",
  path: "/service-level-policies/:policyId",
  permission: "serviceLevels.manage",
  summary: "Change a service level policy, also for what runs already",
  input: z.object({
    policyId: z.uuid(),
    name: name.optional(),
    firstReplyMinutes: minutes.optional(),
    nextReplyMinutes: minutes.optional(),
    resolutionMinutes: minutes.optional(),
    inHours: z.boolean().optional(),
    warnAtPercent: warnAtPercent.optional(),
  }),
  output: ServiceLevelPolicy,
});

export const DeleteServiceLevelPolicy = contract({
  method: "DELETE",
  path: "/service-level-policies/:policyId",
  permission: "serviceLevels.manage",
  summary: "Delete a service level policy; the departments that had it promise nothing",
  input: z.object({ policyId: z.uuid() }),
  output: z.object({}),
});

const DepartmentServiceLevel = z.object({ departmentId: z.uuid(), policyId: z.uuid().nullable() });

export const ReadDepartmentServiceLevel = contract({
  method: "GET",
  path: "/departments/:departmentId/service-level",
  permission: "departments.read",
  summary: "Read which service level policy a department has",
  input: z.object({ departmentId: z.uuid() }),
  output: DepartmentServiceLevel,
});

export const ChooseServiceLevelPolicy = contract({
  method: "PUT",
  path: "/departments/:departmentId/service-level",
  permission: "serviceLevels.manage",
  summary: "Choose the service level policy of a department; null for none",
  input: DepartmentServiceLevel,
  output: DepartmentServiceLevel,
});
