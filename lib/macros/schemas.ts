import * as z from "zod";
import { contract } from "@/lib/contract";
import { Act, ActOutcome } from "@/lib/conversations/schemas";
import { PageInput, pageOf } from "@/lib/paging";
import { macroKeys, macroScopes } from "./types";

const text = (most: number) => z.string().trim().min(1, "should not be empty").max(most);

export const MacroAction = z.union([
  Act,
  z.object({ kind: z.literal("reply"), text: text(4_096) }),
  z.object({ kind: z.literal("note"), text: text(10_000) }),
]);

export const Macro = z.object({
  id: z.uuid(),
  scope: z.enum(macroScopes),
  department: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  name: z.string(),
  /** The key that the asker has bound it to. */
  key: z.enum(macroKeys).nullable(),
  actions: z.array(MacroAction),
});

const name = text(60);
const actions = z
  .array(MacroAction)
  .min(1, "should do something")
  .max(10)
  .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, "should do each kind of thing once");

export const ListMacros = contract({
  method: "GET",
  path: "/macros",
  permission: "conversations.read",
  summary: "List the macros that I can use: my own, my departments' and the workspace's, by name, with my keys",
  input: PageInput,
  output: pageOf(Macro),
});

export const CreateMacro = contract({
  method: "POST",
  path: "/macros",
  permission: "macros.manageOwn",
  summary: "Create a macro of my own, or with the right to, of a department or the workspace",
  input: z.object({
    scope: z.enum(macroScopes).default("workspace"),
    /** With the scope `department`, and only then. */
    departmentId: z.uuid().nullable().optional(),
    name,
    actions,
  }),
  output: Macro,
});

export const EditMacro = contract({
  method: "PATCH",
  path: "/macros/:macroId",
  permission: "macros.manageOwn",
  summary: "Change a macro",
  input: z.object({ macroId: z.uuid(), name: name.optional(), actions: actions.optional() }),
  output: Macro,
});

export const BindMacroKey = contract({
  method: "PUT",
  path: "/macros/:macroId/key",
  permission: "macros.manageOwn",
  summary: "Bind a macro to a key of mine, or to none; every member has their own keys",
  input: z.object({ macroId: z.uuid(), key: z.enum(macroKeys).nullable() }),
  output: Macro,
});

export const DeleteMacro = contract({
  method: "DELETE",
  path: "/macros/:macroId",
  permission: "macros.manageOwn",
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
    /** Under which it can be taken back; what it wrote is taken back by itself, an answer only while it is held. */
    undoId: z.uuid().optional(),
  }),
  output: z.object({
    results: z.array(ActOutcome.extend({ messageId: z.uuid().nullable(), noteId: z.uuid().nullable() })),
  }),
});
