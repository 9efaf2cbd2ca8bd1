import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type {
  ExplainWaiting,
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

/** What was decided stays as it was. */
export const decisionQuery = (decisionId: string) =>
  queryOptions({
    queryKey: keys.decision(decisionId),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      call<typeof ReadRoutingDecision>("GET /routing-decisions/:decisionId", { decisionId }, { signal }),
  });
