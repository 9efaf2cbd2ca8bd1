import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { templateSyncStates } from "./types";

const time = z.iso.datetime();
const one = z.object({ templateId: z.uuid() });
const refusal = z.object({ code: z.string(), reason: z.string(), nextStep: z.string() });

export const Template = z.object({
  id: z.uuid(),
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  nextCategory: z.object({ category: z.string(), at: time.nullable() }).nullable(),
  parameterFormat: z.string(),
  components: z.array(z.record(z.string(), z.unknown())),
  quality: z.string().nullable(),
  refusal: refusal.nullable(),
  isFavourite: z.boolean(),
});

export const TemplateSync = z.object({
  wabaId: z.string(),
  state: z.enum(templateSyncStates),
  seenCount: z.number().int(),
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  failure: z.object({ title: z.string(), nextStep: z.string() }).nullable(),
});

export const ListTemplates = contract({
  method: "GET",
  path: "/templates",
  permission: "templates.read",
  summary: "List WhatsApp templates by name, then language",
  input: PageInput.extend({
    /** Words that have to be in the name or the text. */
    search: z.string().trim().max(200).optional(),
    /** Those of the account that this number belongs to. */
    channelId: z.uuid().optional(),
    language: z.string().max(20).optional(),
    /** Meta's state, such as APPROVED. Without it, all but those that are gone; REMOVED lists these. */
    status: z.string().max(40).optional(),
    category: z.string().max(40).optional(),
    favourites: z.stringbool().optional(),
  }),
  output: pageOf(Template),
});

export const ReadTemplate = contract({
  method: "GET",
  path: "/templates/:templateId",
  permission: "templates.read",
  summary: "Read one template",
  input: one,
  output: Template,
});

export const FavourTemplate = contract({
  method: "PUT",
  path: "/templates/:templateId/favourite",
  permission: "templates.read",
  summary: "Make a template, in all its languages, one of your favourites",
  input: one,
  output: Template,
});

export const UnfavourTemplate = contract({
  method: "DELETE",
  path: "/templates/:templateId/favourite",
  permission: "templates.read",
  summary: "Take a template off your favourites",
  input: one,
  output: Template,
});

export const ListTemplateSyncs = contract({
  method: "GET",
  path: "/templates/syncs",
  permission: "templates.read",
  summary: "Say for each WhatsApp account when its templates were last read, and how that goes",
  input: z.object({}),
  output: z.object({ items: z.array(TemplateSync) }),
});

export const SyncTemplates = contract({
  method: "POST",
  path: "/templates/sync",
  permission: "templates.sync",
  summary: "Read the templates from WhatsApp now; answers at once, the reading goes on",
  input: z.object({ channelId: z.uuid().optional() }),
  output: z.object({ items: z.array(TemplateSync) }),
});
