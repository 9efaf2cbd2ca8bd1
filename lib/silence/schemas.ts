import * as z from "zod";
import { contract } from "@/lib/contract";

const SilenceSettings = z
  .object({
    closeAfterMinutes: z.number().int().min(5).max(43_200),
    warnBeforeMinutes: z.number().int().min(1).nullable(),
    warning: z.string().trim().min(1, "should not be empty").max(1_000).nullable(),
    closingReason: z.string().trim().min(1).max(80).nullable(),
  })
  .refine(({ warnBeforeMinutes, warning }) => (warnBeforeMinutes === null) === (warning === null), {
    path: ["warning"],
    message: "should be given together with how long before",
  })
  .refine(({ warnBeforeMinutes, closeAfterMinutes }) => (warnBeforeMinutes ?? 0) < closeAfterMinutes, {
    path: ["warnBeforeMinutes"],
    message: "should be less than the time until it closes",
  });

const DepartmentSilence = z.object({ departmentId: z.uuid(), settings: SilenceSettings.nullable() });

export const ReadDepartmentSilence = contract({
  method: "GET",
  path: "/departments/:departmentId/silence",
  permission: "departments.read",
  summary: "Read when a department closes a conversation by itself",
  input: z.object({ departmentId: z.uuid() }),
  output: DepartmentSilence,
});

export const SetDepartmentSilence = contract({
  method: "PUT",
  path: "/departments/:departmentId/silence",
  permission: "silence.manage",
  summary: "Set when a department closes a conversation in which the customer is silent; null: never",
  input: DepartmentSilence,
  output: DepartmentSilence,
});
