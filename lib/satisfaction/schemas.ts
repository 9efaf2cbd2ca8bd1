import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

const text = (most: number) => z.string().trim().min(1, "should not be empty").max(most);

const SurveySettings = z.object({
  isActive: z.boolean(),
  question: text(1_000),
  /** What can be tapped, the best first. */
  choices: z
    .array(text(20))
    .length(3)
    .refine((choices) => new Set(choices).size === 3, "should each be another"),
  commentQuestion: text(1_000).nullable(),
  thanks: text(1_000),
  templateId: z.uuid().nullable(),
  /** By the place of a variable, such as `body.1`: what it is filled with, a text as of a quick reply. */
  templateValues: z.record(z.string().max(100), z.string().max(200)).default({}),
  afterMinutes: z.number().int().min(0).max(4_320),
});

const DepartmentSurvey = z.object({
  departmentId: z.uuid(),
  settings: SurveySettings.nullable(),
  /** In the last 30 days. */
  notAsked: z.array(z.object({ reason: z.string(), count: z.number().int() })),
});

export const ReadDepartmentSurvey = contract({
  method: "GET",
  path: "/departments/:departmentId/survey",
  permission: "departments.read",
  summary: "Read what a department asks of customers whose conversation was resolved",
  input: z.object({ departmentId: z.uuid() }),
  output: DepartmentSurvey,
});

export const SetDepartmentSurvey = contract({
  method: "PUT",
  path: "/departments/:departmentId/survey",
  permission: "satisfaction.manage",
  summary: "Set what a department asks of customers whose conversation was resolved",
  input: z.object({ departmentId: z.uuid(), settings: SurveySettings }),
  output: DepartmentSurvey,
});

const named = z.object({ id: z.uuid(), name: z.string() });

export const SurveyAnswer = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  contact: named,
  department: named.nullable(),
  member: named.nullable(),
  score: z.number().int().min(1).max(5),
  comment: z.string().nullable(),
  answeredAt: z.iso.datetime(),
});

export const ListSurveys = contract({
  method: "GET",
  path: "/surveys",
  permission: "conversations.read",
  summary: "List answered surveys, the latest first; without satisfaction.read only those of one's own conversations",
  input: PageInput.extend({
    contactId: z.uuid().optional(),
    departmentId: z.uuid().optional(),
    memberId: z.uuid().optional(),
  }),
  output: pageOf(SurveyAnswer),
});
