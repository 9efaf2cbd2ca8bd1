import * as z from "zod";
import { isTimeZone } from "@/lib/calendar";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { overlap } from "./types";

const from = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "should be a time from 00:00 to 23:59");
const to = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "should be a time from 00:00 to 24:00");

const Interval = z.object({ from, to }).refine((interval) => interval.from !== interval.to, {
  path: ["to"],
  message: "should be another time than the start",
});
const Day = z
  .array(Interval)
  .max(10)
  .refine((intervals) => !overlap(intervals), "should not overlap");

const Weekly = z.array(Day).length(7);
const Exceptions = z
  .array(z.object({ date: z.iso.date(), name: z.string().trim().max(80), intervals: Day }))
  .max(300)
  .refine((list) => new Set(list.map(({ date }) => date)).size === list.length, "should have each date once");

const Named = z.object({ id: z.uuid(), name: z.string() });

export const Hours = z.object({
  id: z.uuid(),
  name: z.string(),
  timeZone: z.string(),
  /** Seven days, Monday first. */
  weekly: z.array(z.array(z.object({ from: z.string(), to: z.string() }))),
  exceptions: z.array(
    z.object({
      date: z.string(),
      name: z.string(),
      intervals: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
  usedBy: z.object({ departments: z.array(Named), channels: z.array(Named) }),
});

const name = z.string().trim().min(1, "should not be empty").max(60);
const timeZone = z.string().max(60).refine(isTimeZone, "should be the name of a time zone, such as Europe/Berlin");

export const ListHours = contract({
  method: "GET",
  path: "/hours",
  permission: "departments.read",
  summary: "List business hours by name, with the departments and numbers that go by them",
  input: PageInput,
  output: pageOf(Hours),
});

export const CreateHours = contract({
  method: "POST",
  path: "/hours",
  permission: "hours.manage",
  summary: "Create business hours: a week from Monday, its exceptions, and their time zone",
  input: z.object({ name, timeZone, weekly: Weekly, exceptions: Exceptions.default([]) }),
  output: Hours,
});

export const EditHours = contract({
  method: "PATCH",
  path: "/hours/:hoursId",
  permission: "hours.manage",
  summary: "Change business hours",
  input: z.object({
    hoursId: z.uuid(),
    name: name.optional(),
    timeZone: timeZone.optional(),
    weekly: Weekly.optional(),
    exceptions: Exceptions.optional(),
  }),
  output: Hours,
});

export const DeleteHours = contract({
  method: "DELETE",
  path: "/hours/:hoursId",
  permission: "hours.manage",
  summary: "Delete business hours that nothing goes by",
  input: z.object({ hoursId: z.uuid() }),
  output: z.object({}),
});

const hoursId = z.uuid().nullable();

export const SetDepartmentHours = contract({
  method: "PUT",
  path: "/departments/:departmentId/hours",
  permission: "hours.manage",
  summary: "Say by which hours a department goes; null: it is always open",
  input: z.object({ departmentId: z.uuid(), hoursId }),
  output: z.object({ hoursId }),
});

export const SetChannelHours = contract({
  method: "PUT",
  path: "/channels/:channelId/hours",
  permission: "hours.manage",
  summary: "Say by which hours a number goes, whatever its department's are; null: by those",
  input: z.object({ channelId: z.uuid(), hoursId }),
  output: z.object({ hoursId }),
});
