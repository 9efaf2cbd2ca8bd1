"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/components/queries/keys";
import type { Rule } from "@/lib/rules/types";

export function useSaveRule(save: () => Promise<Rule>, onSaved?: (saved: Rule) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: keys.rules });
      onSaved?.(saved);
    },
  });
}
