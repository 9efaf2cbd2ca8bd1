import * as z from "zod";
import { contract } from "@/lib/contract";

export const Reminder = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  body: z.string(),
  dueAt: z.iso.datetime(),
});

export const ListReminders = contract({
  method: "GET",
  path: "/conversations/:conversationId/reminders",
  permission: "conversations.read",
  summary: "List my reminders of a conversation, the earliest first",
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({ items: z.array(Reminder) }),
});

export const SetReminder = contract({
  method: "POST",
  path: "/conversations/:conversationId/reminders",
  permission: "conversations.read",
  summary: "Have a note call me in this conversation at a time",
  input: z.object({
    conversationId: z.uuid(),
    body: z.string().trim().min(1, "should not be empty").max(500),
    dueAt: z.iso.datetime({ offset: true }),
  }),
  output: Reminder,
});

export const RemoveReminder = contract({
  method: "DELETE",
  path: "/conversations/:conversationId/reminders/:reminderId",
  permission: "conversations.read",
  summary: "Drop a reminder of mine",
  input: z.object({ conversationId: z.uuid(), reminderId: z.uuid() }),
  output: z.object({}),
});
