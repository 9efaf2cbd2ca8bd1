import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { CountStoppedRules } from "@/lib/rules/schemas";

/** Those that wait for somebody to look at why they were stopped. */
export const stoppedRulesQuery = queryOptions({
  queryKey: [...keys.rules, "stopped"] as const,
  queryFn: ({ signal }) => call<typeof CountStoppedRules>("GET /rules/stopped", {}, { signal }),
});
