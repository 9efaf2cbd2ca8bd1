"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { EditRule } from "@/lib/rules/schemas";
import type { RuleListed } from "@/lib/rules/types";

/** Turns a rule on or off; it shows at once. */
export function useRuleSwitch({ id: ruleId }: RuleListed) {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const { mutate } = useMutation({
    mutationFn: (isActive: boolean) => call<typeof EditRule>("PATCH /rules/:ruleId", { ruleId, isActive }),
    onMutate: (isActive) =>
      client.setQueryData<RuleListed[]>(keys.rules, (rules) =>
        rules?.map((rule) => (rule.id === ruleId ? { ...rule, isActive } : rule)),
      ),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.rules }),
  });
  return mutate;
}
