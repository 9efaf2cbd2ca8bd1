import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, type Output, readAll } from "@/components/api";
import { channelsQuery } from "@/components/channels/queries";
import { keys } from "@/components/queries/keys";
import type { ListRuleRuns, ListRules, ReadConversationRuleRun, ReadRule, ReadRuleRun } from "@/lib/rules/schemas";
import type { RuleOutcome } from "@/lib/rules/types";
import type { ListTemplates } from "@/lib/templates/schemas";

export const rulesQuery = queryOptions({
  queryKey: keys.rules,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListRules>("GET /rules", { cursor, limit: 100 }, { signal })),
});

export const ruleQuery = (ruleId: string) =>
  queryOptions({
    queryKey: [...keys.rules, ruleId] as const,
    queryFn: ({ signal }) => call<typeof ReadRule>("GET /rules/:ruleId", { ruleId }, { signal }),
  });

/** Of every account once: a rule may act in conversations of any number. */
export const ruleTemplatesQuery = queryOptions({
  queryKey: [...keys.templates, "rules"] as const,
  queryFn: async ({ client, signal }) => {
    const channels = await client.fetchQuery(channelsQuery);
    const lists = await Promise.all(
      channels.map(({ id: channelId }) =>
        readAll((cursor) =>
          call<typeof ListTemplates>("GET /templates", { channelId, cursor, limit: 100 }, { signal }),
        ),
      ),
    );
    return [...new Map(lists.flat().map((template) => [template.id, template])).values()];
  },
});

type RunPage = Output<typeof ListRuleRuns>;

export const ruleRunsQuery = (ruleId: string, outcome: RuleOutcome | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.rules, ruleId, "runs", outcome] as const,
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListRuleRuns>(
        "GET /rules/:ruleId/runs",
        { ruleId, outcome: outcome ?? undefined, cursor: pageParam, limit: 20 },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: RunPage) => page.nextCursor ?? undefined,
  });

export const ruleRunQuery = (ruleId: string, runId: string) =>
  queryOptions({
    queryKey: [...keys.rules, ruleId, "run", runId] as const,
    queryFn: ({ signal }) => call<typeof ReadRuleRun>("GET /rules/:ruleId/runs/:runId", { ruleId, runId }, { signal }),
  });

/** Read anew each time it is looked at: whoever only sees the conversation is not told of the end of a run. */
export const conversationRuleRunQuery = (conversationId: string, runId: string) =>
  queryOptions({
    queryKey: [...keys.rules, "of conversation", conversationId, runId] as const,
    queryFn: ({ signal }) =>
      call<typeof ReadConversationRuleRun>(
        "GET /conversations/:conversationId/rule-runs/:runId",
        { conversationId, runId },
        { signal },
      ),
    staleTime: 0,
  });
