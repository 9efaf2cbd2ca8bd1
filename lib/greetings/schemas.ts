import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { sendLimits } from "@/lib/whatsapp/types";
import { greetingKinds, greetingTimes, unknownVariables } from "./types";

const Named = z.object({ id: z.uuid(), name: z.string() });

export const Greeting = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(greetingKinds),
  department: Named.nullable(),
  channel: Named.nullable(),
  language: z.string().nullable(),
  during: z.enum(greetingTimes),
  text: z.string(),
  afterMinutes: z.number().int().nullable(),
  isActive: z.boolean(),
});

const fields = {
  name: z.string().trim().min(1, "should not be empty").max(60),
  departmentId: z.uuid().nullable(),
  channelId: z.uuid().nullable(),
  /** Of the contact, such as `es`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "should be a language, such as es or pt-BR")
    .max(35)
    .nullable(),
  during: z.enum(greetingTimes),
  text: z
    .string()
    .trim()
    .min(1, "should not be empty")
    .max(sendLimits.text)
    .refine((text) => unknownVariables(text).length === 0, "should name only variables that there are"),
  /** Of `queue` and `follow_up`: after how long without an answer. */
  afterMinutes: z.number().int().min(1).max(1_440).nullable(),
  isActive: z.boolean(),
};

export const ListGreetings = contract({
  method: "GET",
  path: "/greetings",
  permission: "greetings.manage",
  summary: "List what is said by itself: welcome, away, place in the queue, reopened, follow-up",
  input: PageInput,
  output: pageOf(Greeting),
});

export const CreateGreeting = contract({
  method: "POST",
  path: "/greetings",
  permission: "greetings.manage",
  summary: "Create a greeting; each kind is said once in a conversation, by the one that is meant most exactly",
  input: z.object({
    ...fields,
    kind: z.enum(greetingKinds),
    departmentId: fields.departmentId.default(null),
    channelId: fields.channelId.default(null),
    language: fields.language.default(null),
    during: fields.during.default("always"),
    afterMinutes: fields.afterMinutes.default(null),
    isActive: fields.isActive.default(true),
  }),
  output: Greeting,
});

export const EditGreeting = contract({
  method: "PATCH",
  path: "/greetings/:greetingId",
  permission: "greetings.manage",
  summary: "Change a greeting, or turn it on or off",
  input: z.object({ greetingId: z.uuid(), ...z.object(fields).partial().shape }),
  output: Greeting,
});

export const DeleteGreeting = contract({
  method: "DELETE",
  path: "/greetings/:greetingId",
  permission: "greetings.manage",
  summary: "Delete a greeting",
  input: z.object({ greetingId: z.uuid() }),
  output: z.object({}),
});
