import * as z from "zod";
import { Label } from "@/lib/labels/schemas";
import { messageStatuses } from "@/lib/messages/types";
import { serviceLevelKinds, serviceLevelStates } from "@/lib/service-levels/types";
import { MessageGist } from "@/lib/whatsapp/schemas";
import { conversationStates, priorities } from "./types";

/** Whatever is shown by its name. */
export const Named = z.object({ id: z.uuid(), name: z.string() });

export const ConversationSummary = z.object({
  id: z.uuid(),
  state: z.enum(conversationStates),
  owner: z.enum(["us", "other"]),
  responder: z.string().nullable(),
  contact: z.object({ id: z.uuid(), name: z.string(), phone: z.string().nullable(), username: z.string().nullable() }),
  channel: z.object({
    id: z.uuid(),
    name: z.string(),
    displayPhoneNumber: z.string(),
    state: z.enum(["active", "stopped", "disconnected"]),
  }),
  department: Named.nullable(),
  assignee: Named.nullable(),
  openedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  closing: z.object({ reason: z.string().nullable(), note: z.string().nullable() }).nullable(),
  isSpam: z.boolean(),
  snoozedUntil: z.iso.datetime().nullable(),
  priority: z.enum(priorities),
  labels: z.array(Label),
  mention: z.object({ at: z.iso.datetime(), isUnread: z.boolean() }).nullable(),
  lastActivityAt: z.iso.datetime(),
  waitingSince: z.iso.datetime().nullable(),
  serviceLevel: z
    .object({
      kind: z.enum(serviceLevelKinds),
      state: z.enum(serviceLevelStates),
      /** Null while it stands still. */
      dueAt: z.iso.datetime().nullable(),
      warnAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  unreadCount: z.number().int(),
  readUpTo: z.iso.datetime().nullable(),
  windowClosesAt: z.iso.datetime().nullable(),
  lastMessage: z
    .object({
      id: z.uuid(),
      direction: z.enum(["in", "out"]),
      type: z.string(),
      text: z.string(),
      gist: MessageGist,
      status: z.enum(messageStatuses),
      at: z.iso.datetime(),
    })
    .nullable(),
});
