import * as z from "zod";
import { conversationSorts, conversationStates, conversationViews, priorities } from "./types";

/** What a list shows and in which order; a saved view keeps one. */
export const ConversationFilter = z.object({
  view: z.enum(conversationViews).default("all"),
  departmentId: z.uuid().optional(),
  channelId: z.uuid().optional(),
  /** A member's id, `me`, or `none`. */
  assigneeId: z.union([z.uuid(), z.enum(["me", "none"])]).optional(),
  labelId: z.uuid().optional(),
  priority: z.enum(priorities).optional(),
  state: z.enum(conversationStates).optional(),
  window: z.enum(["open", "closed"]).optional(),
  /** The customer has waited for us for at least so long. */
  waitingMinutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 366)
    .optional(),
  unread: z.enum(["yes", "no"]).optional(),
  /** The contact's; `pt` finds `pt-BR` as well. */
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, "should look like en or pt-BR")
    .optional(),
  /** What was promised is at risk, or not kept. */
  serviceLevel: z.enum(["warned", "missed"]).optional(),
  /** `waiting`: who waits longest for us comes first. `due`: what was promised for the soonest. */
  sort: z.enum(conversationSorts).optional(),
});
