"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { MoveRule } from "@/lib/rules/schemas";
import type { RuleListed } from "@/lib/rules/types";

/** Puts a rule in another place; it shows there at once. */
export function useRuleOrder(rule: RuleListed) {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const { mutate } = useMutation({
    mutationFn: (place: number) => call<typeof MoveRule>("POST /rules/:ruleId/move", { ruleId: rule.id, place }),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.rules }),
  });
  return (rules: readonly RuleListed[], place: number) => {
    client.setQueryData(keys.rules, rules.filter(({ id }) => id !== rule.id).toSpliced(place, 0, rule));
    mutate(place);
  };
}
