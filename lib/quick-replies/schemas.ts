import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";
import { sendLimits } from "@/lib/whatsapp/types";
import { quickReplyScopes } from "./types";

export const QuickReply = z.object({
  id: z.uuid(),
  scope: z.enum(quickReplyScopes),
  department: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  shortcut: z.string(),
  text: z.string(),
  updatedAt: z.iso.datetime(),
});

const shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "should not be empty")
  .max(40)
  .regex(/^[^\s/]+$/, "should have neither spaces nor slashes");
const text = z.string().trim().min(1, "should not be empty").max(sendLimits.text);

export const ListQuickReplies = contract({
  method: "GET",
  path: "/quick-replies",
  permission: "quickReplies.read",
  summary: "List the quick replies that I can use: my own, my departments' and the workspace's, by shortcut",
  input: PageInput,
  output: pageOf(QuickReply),
});

export const CreateQuickReply = contract({
  method: "POST",
  path: "/quick-replies",
  permission: "quickReplies.manageOwn",
  summary: "Create a quick reply of my own, or with the right to, of a department or the workspace",
  input: z.object({
    scope: z.enum(quickReplyScopes),
    /** With the scope `department`, and only then. */
    departmentId: z.uuid().nullable().optional(),
    shortcut,
    text,
  }),
  output: QuickReply,
});

export const EditQuickReply = contract({
  method: "PATCH",
  path: "/quick-replies/:quickReplyId",
  permission: "quickReplies.manageOwn",
  summary: "Change a quick reply's shortcut or text",
  input: z.object({ quickReplyId: z.uuid(), shortcut: shortcut.optional(), text: text.optional() }),
  output: QuickReply,
});

export const DeleteQuickReply = contract({
  method: "DELETE",
  path: "/quick-replies/:quickReplyId",
  permission: "quickReplies.manageOwn",
  summary: "Delete a quick reply",
  input: z.object({ quickReplyId: z.uuid() }),
  output: z.object({}),
});
