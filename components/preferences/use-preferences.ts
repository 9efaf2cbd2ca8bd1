"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, type Input } from "@/components/api";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { EditPreferences } from "@/lib/preferences/schemas";
import { defaultPreferences, type Preferences } from "@/lib/preferences/types";
import { preferencesQuery } from "./queries";

type Changes = Input<typeof EditPreferences>;

export function usePreferences(): Preferences {
  return useQuery(preferencesQuery).data ?? defaultPreferences;
}

/** Changes what I chose: shown at once, put back if it does not hold. */
export function useEditPreferences() {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const { queryKey } = preferencesQuery;
  return useMutation({
    mutationFn: (changes: Changes) => call<typeof EditPreferences>("PATCH /me/preferences", changes),
    onMutate: (changes) => {
      const before = client.getQueryData(queryKey) ?? defaultPreferences;
      client.setQueryData(queryKey, after(before, changes));
      return { before };
    },
    onSuccess: (saved) => void client.setQueryData(queryKey, saved),
    onError: (error, _, context) => {
      if (context) client.setQueryData(queryKey, context.before);
      onProblem(error);
    },
  });
}

function after(before: Preferences, { notices, noticesSetUp, ...plain }: Changes): Preferences {
  const named = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...before,
    ...named,
    notices: { ...before.notices, ...notices },
    noticesSetUp: before.noticesSetUp || noticesSetUp === true,
  };
}
