import * as z from "zod";
import { availabilityStates } from "@/lib/availability/types";
import { isTimeZone } from "@/lib/calendar";
import { contract } from "@/lib/contract";
import { ConversationSummary } from "@/lib/conversations/schemas";
import { PendingOverflow } from "@/lib/routing/schemas";
import { routingModes } from "@/lib/routing/types";
import { MessageGist } from "@/lib/whatsapp/schemas";
import { memberLists, queueLists } from "./types";

const count = z.number().int();
const instant = z.iso.datetime();
const expected = z.object({ fromSeconds: count, toSeconds: count }).nullable();
const firstReplies = z.object({ medianSeconds: count.nullable(), count });
/** By whose clock a day begins. */
const timeZone = z.string().max(64).refine(isTimeZone, "should be a time zone such as Europe/Berlin").default("UTC");

const QueueFigures = z.object({
  departmentId: z.uuid().nullable(),
  name: z.string().nullable(),
  waiting: count,
  oldestSince: instant.nullable(),
  expected,
  open: count,
  promises: z.object({ kept: count, ended: count }),
  mode: z.enum(routingModes),
});

const Totals = z.object({
  waiting: count,
  waitingBefore: count,
  oldest: z.object({ since: instant, departmentId: z.uuid().nullable() }).nullable(),
  expected,
  firstReplies,
  firstRepliesLastWeek: firstReplies,
  atRisk: count,
  missedToday: count,
});

const weights = z.object({ waitingOnUs: count, waitingOnCustomer: count, snoozed: count });

const Agent = z.object({
  id: z.uuid(),
  name: z.string(),
  departmentIds: z.array(z.uuid()),
  availability: z.enum(availabilityStates),
  reason: z.string().nullable(),
  since: instant.nullable(),
  capacity: count,
  load: weights,
  loadPercent: count,
  assignedToday: count,
  resolvedToday: count,
});

export const ReadWallboard = contract({
  method: "GET",
  path: "/queues",
  permission: "queues.read",
  summary: "Read the queues as they are now: who waits and how long, what was promised, and who could answer",
  input: z.object({ departmentId: z.uuid().optional(), timeZone }),
  output: z.object({
    at: instant,
    timeZone: z.string(),
    agingMinutes: count,
    weights,
    totals: Totals,
    queues: z.array(QueueFigures),
    agents: z.array(Agent).nullable(),
    depth: z.array(z.object({ at: instant, waiting: count })),
  }),
});

export const ListQueue = contract({
  method: "GET",
  path: "/queues/conversations",
  permission: "queues.read",
  summary:
    "List who is next in line, whose promise is at risk or was missed, what a member has, or what a figure counts",
  input: z
    .object({
      list: z.enum(queueLists).default("line"),
      /** A department's id, or `none` for what belongs to none; left out: all that the asker sees. */
      departmentId: z.union([z.uuid(), z.literal("none")]).optional(),
      memberId: z.uuid().optional(),
      timeZone,
      limit: z.coerce.number().int().min(1).max(100).default(50),
    })
    .refine(({ list, memberId }) => !memberLists.includes(list) || memberId !== undefined, {
      path: ["memberId"],
      message: "should be given",
    }),
  output: z.object({
    items: z.array(
      z.object({
        conversation: ConversationSummary,
        queuedSince: instant.nullable(),
        isReturned: z.boolean(),
        raisedBy: count,
        skills: z.array(z.string()),
        language: z.string().nullable(),
        dueAt: instant.nullable(),
        overflow: PendingOverflow.nullable(),
        waitedSeconds: count.nullable(),
        endedAt: instant.nullable(),
      }),
    ),
    /** Of what is over, also what the asker does not see: the figure counted it. */
    total: count,
  }),
});

const named = { conversationId: z.uuid(), contactName: z.string() };

export const ReadDay = contract({
  method: "GET",
  path: "/me/day",
  permission: "queues.read",
  summary: "Read my day: who waits for me, what I promised, what customers said, my breaks",
  input: z.object({ timeZone }),
  output: z.object({
    at: instant,
    timeZone: z.string(),
    queue: z.array(z.object({ conversation: ConversationSummary, dueAt: instant.nullable() })),
    reminders: z.array(z.object({ id: z.uuid(), ...named, body: z.string(), dueAt: instant })),
    snoozed: z.array(z.object({ ...named, until: instant })),
    scheduled: z.array(
      z.object({ messageId: z.uuid(), ...named, text: z.string(), gist: MessageGist, sendAt: instant }),
    ),
    comments: z.array(z.object({ id: z.uuid(), ...named, score: count, comment: z.string().nullable(), at: instant })),
    availability: z.array(
      z.object({
        state: z.enum(availabilityStates),
        reason: z.string().nullable(),
        since: instant,
        until: instant.nullable(),
      }),
    ),
    answeredToday: count,
    assignedToday: count,
    resolvedToday: count,
  }),
});
