import * as z from "zod";
import { contract } from "@/lib/contract";
import { Act, ActOutcome } from "@/lib/conversations/schemas";
import { PageInput, pageOf } from "@/lib/paging";
import { macroKeys } from "./types";

const text = (most: number) => z.string().trim().min(1, "should not be empty").max(most);

export const MacroAction = z.union([
  Act,
  z.object({ kind: z.literal("reply"), text: text(4_096) }),
  z.object({ kind: z.literal("note"), text: text(10_000) }),
]);

export const Macro = z.object({
  id: z.uuid(),
  name: z.string(),
  key: z.enum(macroKeys).nullable(),
  actions: z.array(MacroAction),
});

const name = text(60);
const key = z.enum(macroKeys).nullable();
const actions = z
  .array(MacroAction)
  .min(1, "should do something")
  .max(10)
  .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, "should do each kind of thing once");

export const ListMacros = contract({
  method: "GET",
  path: "/macros",
  permission: "conversations.read",
  summary: "List macros by name",
  input: PageInput,
  output: pageOf(Macro),
});

export const CreateMacro = contract({
  method: "POST",
  path: "/macros",
  permission: "macros.manage",
  summary: "Create a macro",
  input: z.object({ name, key: key.default(null), actions }),
  output: Macro,
});

export const EditMacro = contract({
  method: "PATCH",
  path: "/macros/:macroId",
  permission: "macros.manage",
  summary: "Change a macro",
  input: z.object({ macroId: z.uuid(), name: name.optional(), key: key.optional(), actions: actions.optional() }),
  output: Macro,
});

export const DeleteMacro = contract({
  method: "DELETE",
  path: "/macros/:macroId",
  permission: "macros.manage",
  summary: "Delete a macro",
  input: z.object({ macroId: z.uuid() }),
  output: z.object({}),
});

export const RunMacro = contract({
  method: "POST",
  path: "/macros/:macroId/run",
  permission: "conversations.answer",
  summary: "Do what a macro says with some conversations; each answers for itself",
  input: z.object({
    macroId: z.uuid(),
    conversationIds: z.array(z.uuid()).min(1).max(200),
    /** Under which it can be taken back, the answers with it while they are held. */
    undoId: z.uuid().optional(),
  }),
  output: z.object({ results: z.array(ActOutcome.extend({ messageId: z.uuid().nullable() })) }),
});
