import * as z from "zod";
import { contract } from "@/lib/contract";
import { ConversationFilter } from "@/lib/conversations/schemas";

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  isShared: z.boolean(),
  filter: ConversationFilter,
});

const name = z.string().trim().min(1, "should not be empty").max(60);

export const ListViews = contract({
  method: "GET",
  path: "/views",
  permission: "conversations.read",
  summary: "List saved views: my own and those that everybody has, by name",
  input: z.object({}),
  output: z.object({ items: z.array(SavedView) }),
});

export const CountViews = contract({
  method: "GET",
  path: "/views/counts",
  permission: "conversations.read",
  summary: "Count what each saved view holds for me; beyond 999 it is 1000",
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id: z.uuid(), count: z.number().int() })) }),
});

export const CreateView = contract({
  method: "POST",
  path: "/views",
  permission: "views.manageOwn",
  summary: "Save a filter as a view of my own, or with the right to, of everybody",
  input: z.object({ name, isShared: z.boolean().default(false), filter: ConversationFilter }),
  output: SavedView,
});

export const EditView = contract({
  method: "PATCH",
  path: "/views/:viewId",
  permission: "views.manageOwn",
  summary: "Rename a saved view, or change its filter or whose it is",
  input: z.object({
    viewId: z.uuid(),
    name: name.optional(),
    isShared: z.boolean().optional(),
    filter: ConversationFilter.optional(),
  }),
  output: SavedView,
});

export const DeleteView = contract({
  method: "DELETE",
  path: "/views/:viewId",
  permission: "views.manageOwn",
  summary: "Delete a saved view",
  input: z.object({ viewId: z.uuid() }),
  output: z.object({}),
});
