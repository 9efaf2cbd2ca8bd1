import * as z from "zod";
import { contract } from "@/lib/contract";
import { CURSOR } from "./cursor";
import { eventTypes } from "./types";

const reference = z.uuid().nullable();

export const Event = z.object({
  cursor: z.string(),
  /** `conversation.hidden`: one that could be seen until now and no longer can; nothing else is said of it. */
  type: z.enum([...eventTypes, "conversation.hidden"]),
  actor: z.string(),
  at: z.iso.datetime(),
  conversationId: reference,
  contactId: reference,
  messageId: reference,
  memberId: reference,
  channelId: reference,
  departmentId: reference,
  payload: z.record(z.string(), z.unknown()),
});

export const ListEvents = contract({
  method: "GET",
  path: "/events",
  permission: "events.read",
  summary: "List events after a cursor, the oldest first; without a cursor, only where the log stands now",
  input: z.object({
    after: z.string().regex(CURSOR, "should be a cursor from this endpoint").optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({
    items: z.array(Event),
    /** Where to go on from; the same as `after` when nothing is new. */
    nextCursor: z.string(),
    more: z.boolean(),
  }),
});
