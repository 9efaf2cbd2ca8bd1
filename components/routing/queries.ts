import { queryOptions } from "@tanstack/react-query";
import { call, type Output, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type {
  ExplainWaiting,
  ListRoutingDecisions,
  ListSkills,
  ReadConversationSkills,
  ReadDepartmentRouting,
  ReadMyOffer,
  ReadRoutingDecision,
  ReadWorkload,
} from "@/lib/routing/schemas";

export const skillsQuery = queryOptions({
  queryKey: keys.skills,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListSkills>("GET /skills", { cursor, limit: 100 }, { signal })),
});

export const conversationSkillsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.conversationSkills(conversationId),
    queryFn: ({ signal }) =>
      call<typeof ReadConversationSkills>("GET /conversations/:conversationId/skills", { conversationId }, { signal }),
  });

export const workloadQuery = queryOptions({
  queryKey: keys.settings("workload"),
  queryFn: ({ signal }) => call<typeof ReadWorkload>("GET /workload", {}, { signal }),
});

export const departmentRoutingQuery = (departmentId: string) =>
  queryOptions({
    queryKey: keys.settings("routing", departmentId),
    queryFn: ({ signal }) =>
      call<typeof ReadDepartmentRouting>("GET /departments/:departmentId/routing", { departmentId }, { signal }),
  });

export const myOfferQuery = queryOptions({
  queryKey: keys.offer,
  queryFn: ({ signal }) => call<typeof ReadMyOffer>("GET /me/offer", {}, { signal }),
});

export const waitingQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.waiting(conversationId),
    queryFn: ({ signal }) =>
      call<typeof ExplainWaiting>("GET /conversations/:conversationId/waiting", { conversationId }, { signal }),
  });

export type Decision = Output<typeof ReadRoutingDecision>;

/** One decision, or the last one by which somebody has a conversation. */
export type AskedDecision = { decisionId: string } | { conversationId: string; memberId: string };

export const decisionQuery = (asked: AskedDecision) =>
  queryOptions({
    queryKey: keys.decision(...Object.values(asked)),
    // What was decided stays as it was.
    staleTime: "decisionId" in asked ? Number.POSITIVE_INFINITY : 0,
    queryFn: ({ signal }) => ("decisionId" in asked ? readOne(asked, signal) : readLast(asked, signal)),
  });

function readOne(asked: { decisionId: string }, signal: AbortSignal): Promise<Decision | null> {
  return call<typeof ReadRoutingDecision>("GET /routing-decisions/:decisionId", asked, { signal });
}

/** None where it was assigned before decisions were kept, or longer ago than they are. */
async function readLast(
  { conversationId, memberId }: { conversationId: string; memberId: string },
  signal: AbortSignal,
): Promise<Decision | null> {
  const path = "GET /conversations/:conversationId/routing-decisions";
  const { items } = await call<typeof ListRoutingDecisions>(path, { conversationId, limit: 1 }, { signal });
  return items.find(({ member }) => member?.id === memberId) ?? null;
}
