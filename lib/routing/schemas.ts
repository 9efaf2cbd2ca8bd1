import * as z from "zod";
import { contract } from "@/lib/contract";
import { ConversationSummary, Named } from "@/lib/conversations/schemas";
import { priorities } from "@/lib/conversations/types";
import { PageInput, pageOf } from "@/lib/paging";
import { handWays, routingModes, routingRules, unfitReasons, waitingReasons } from "./types";

const skillIds = z.array(z.uuid()).max(50);
const seconds = (least: number, most: number) => z.number().int().min(least).max(most);

export const Skill = Named;
const name = z.string().trim().min(1, "should not be empty").max(60);

export const ListSkills = contract({
  method: "GET",
  path: "/skills",
  permission: "queues.read",
  summary: "List skills by name",
  input: PageInput,
  output: pageOf(Skill),
});

export const CreateSkill = contract({
  method: "POST",
  path: "/skills",
  permission: "skills.manage",
  summary: "Create a skill",
  input: z.object({ name }),
  output: Skill,
});

export const EditSkill = contract({
  method: "PATCH",
  path: "/skills/:skillId",
  permission: "skills.manage",
  summary: "Rename a skill",
  input: z.object({ skillId: z.uuid(), name }),
  output: Skill,
});

export const DeleteSkill = contract({
  method: "DELETE",
  path: "/skills/:skillId",
  permission: "skills.manage",
  summary: "Delete a skill, and ask for it nowhere any more",
  input: z.object({ skillId: z.uuid() }),
  output: z.object({}),
});

export const Workload = z.object({
  /** How many whole conversations somebody is given at once, unless it is said otherwise of them. */
  capacity: seconds(1, 100),
  waitingOnUsPercent: seconds(0, 100),
  waitingOnCustomerPercent: seconds(0, 100),
  snoozedPercent: seconds(0, 100),
  /** After so long in a queue a conversation counts as one priority higher. */
  agingMinutes: seconds(1, 1_440),
});

export const ReadWorkload = contract({
  method: "GET",
  path: "/workload",
  permission: "queues.read",
  summary: "Read what counts as how much work",
  input: z.object({}),
  output: Workload,
});

export const EditWorkload = contract({
  method: "PATCH",
  path: "/workload",
  permission: "routing.manage",
  summary: "Change what counts as how much work",
  input: Workload.partial(),
  output: Workload,
});

export const DepartmentRouting = z.object({
  departmentId: z.uuid(),
  mode: z.enum(routingModes),
  offerSeconds: seconds(5, 600),
  stickySeconds: seconds(0, 86_400),
  overflowSeconds: seconds(10, 604_800).nullable(),
  overflowDepartmentId: z.uuid().nullable(),
  returnSeconds: seconds(0, 86_400).nullable(),
  unansweredSeconds: seconds(30, 86_400).nullable(),
  /** Where one asks for the next: whether somebody may who has as much as they can take. */
  mayExceedCapacity: z.boolean(),
  skillIds,
  languages: z
    .array(z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})?$/, "should be a language such as es or pt-BR"))
    .max(30),
});

export const ReadDepartmentRouting = contract({
  method: "GET",
  path: "/departments/:departmentId/routing",
  permission: "queues.read",
  summary: "Read how a department gives out what waits",
  input: z.object({ departmentId: z.uuid() }),
  output: DepartmentRouting,
});

export const EditDepartmentRouting = contract({
  method: "PATCH",
  path: "/departments/:departmentId/routing",
  permission: "routing.manage",
  summary: "Change how a department gives out what waits",
  input: DepartmentRouting.partial().extend({ departmentId: z.uuid() }),
  output: DepartmentRouting,
});

const ofConversation = z.object({ conversationId: z.uuid() });

export const ReadConversationSkills = contract({
  method: "GET",
  path: "/conversations/:conversationId/skills",
  permission: "conversations.read",
  summary: "Read which skills whoever answers a conversation has to have",
  input: ofConversation,
  output: z.object({ skillIds }),
});

export const SetConversationSkills = contract({
  method: "PUT",
  path: "/conversations/:conversationId/skills",
  permission: "conversations.answer",
  summary: "Say which skills whoever answers a conversation has to have",
  input: ofConversation.extend({ skillIds }),
  output: z.object({ skillIds }),
});

export const Offer = z.object({
  id: z.uuid(),
  conversation: ConversationSummary,
  /** Since when the customer waits. */
  queuedSince: z.iso.datetime(),
  offeredAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

export const ReadMyOffer = contract({
  method: "GET",
  path: "/me/offer",
  permission: "queues.take",
  summary: "Read what is offered to me, null where nothing is, and whether I may ask for the next",
  input: z.object({}),
  output: z.object({
    offer: Offer.nullable(),
    /** Whether one of my departments gives out by being asked for the next. */
    asksForNext: z.boolean(),
  }),
});

export const AcceptOffer = contract({
  method: "POST",
  path: "/offers/:offerId/accept",
  permission: "queues.take",
  summary: "Take what is offered to me",
  input: z.object({ offerId: z.uuid() }),
  output: ConversationSummary,
});

export const DeclineOffer = contract({
  method: "POST",
  path: "/offers/:offerId/decline",
  permission: "queues.take",
  summary: "Leave what is offered to me to somebody else",
  input: z.object({ offerId: z.uuid() }),
  output: z.object({}),
});

export const TakeNext = contract({
  method: "POST",
  path: "/queues/next",
  permission: "queues.take",
  summary: "Take who waits first in those of my departments where one asks for the next; null where nobody waits",
  input: z.object({
    /** Also with as much as I can take already, where the department lets me. */
    beyondCapacity: z.boolean().default(false),
  }),
  output: z.object({ conversation: ConversationSummary.nullable() }),
});

const candidates = z.array(
  z.object({
    member: Named,
    loadPercent: z.number(),
    capacityPercent: z.number(),
    /** Why they could not have it; null: they could. */
    unfit: z.enum(unfitReasons).nullable(),
  }),
);

const Through = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bulk") }),
  z.object({ kind: z.literal("macro"), id: z.uuid(), name: z.string() }),
  z.object({ kind: z.literal("rule"), id: z.uuid(), name: z.string(), runId: z.uuid() }),
]);

export const RoutingDecision = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** By which rule of routing, or by which way of doing it by hand. */
  rule: z.enum([...routingRules, ...handWays]),
  mode: z.enum(routingModes),
  department: Named.nullable(),
  /** Who got it, or who lost it. */
  member: Named.nullable(),
  /** Null where nobody waited. */
  waitedSeconds: z.number().nullable(),
  /** Who did it, from whom and from where, and what it was a part of; null: the software decided by itself. */
  hand: z
    .object({
      actor: z.object({
        kind: z.enum(["member", "api_key", "system"]),
        id: z.uuid().nullable(),
        name: z.string().nullable(),
      }),
      from: z.object({ member: Named.nullable(), department: Named.nullable() }),
      through: Through.nullable(),
    })
    .nullable(),
  /** Place in the queue, 1 being the head. */
  place: z.number().nullable(),
  language: z.string().nullable(),
  skills: z.array(Named),
  candidates,
});

/** When waiting alone opens another way, and to which department; null: to anybody of its own. */
export const PendingOverflow = z.object({ at: z.iso.datetime(), department: Named.nullable() });

export const ExplainWaiting = contract({
  method: "GET",
  path: "/conversations/:conversationId/waiting",
  permission: "conversations.read",
  summary: "Explain why a conversation waits: its place and priority, who could take it, and why each does not",
  input: ofConversation,
  output: z.object({
    why: z.enum(waitingReasons),
    mode: z.enum(routingModes),
    department: Named.nullable(),
    /** Who is waited for or asked, or is about to get it. */
    member: Named.nullable(),
    until: z.iso.datetime().nullable(),
    /** Place in the queue, 1 being the head. */
    place: z.number().nullable(),
    priority: z.enum(priorities),
    /** Its priority by now: waiting raises it. */
    countsAs: z.enum(priorities),
    isReturned: z.boolean(),
    waitedSeconds: z.number(),
    overflow: PendingOverflow.nullable(),
    /** It has waited so long that skills and languages are asked of nobody any more. */
    isOpenToAll: z.boolean(),
    language: z.string().nullable(),
    skills: z.array(Named),
    candidates,
  }),
});

export const ListRoutingDecisions = contract({
  method: "GET",
  path: "/conversations/:conversationId/routing-decisions",
  permission: "conversations.read",
  summary: "List why a conversation was given to whom, offered, moved or given back, the latest first",
  input: PageInput.extend({ conversationId: z.uuid() }),
  output: pageOf(RoutingDecision),
});

export const ReadRoutingDecision = contract({
  method: "GET",
  path: "/routing-decisions/:decisionId",
  permission: "conversations.read",
  summary:
    "Read why a conversation was given, offered, moved or given back: who could have had it, who not, by which rule",
  input: z.object({ decisionId: z.uuid() }),
  output: RoutingDecision,
});
