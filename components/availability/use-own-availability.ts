"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "@/components/api";
import { membersQuery } from "@/components/members/queries";
import { keys } from "@/components/queries/keys";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { SetAvailability } from "@/lib/availability/schemas";
import type { AvailabilityState } from "@/lib/availability/types";

/** Whether I may be given work, and how to change it. */
export function useOwnAvailability() {
  const me = useMe();
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const own = useQuery(membersQuery).data?.find(({ id }) => id === me.id);
  const set = useMutation({
    mutationFn: (wanted: { state: AvailabilityState; reason?: string }) =>
      call<typeof SetAvailability>("PUT /members/:memberId/availability", { memberId: "me", ...wanted }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.members }),
    onError: onProblem,
  });
  return {
    state: own?.availability ?? ("offline" as AvailabilityState),
    reason: own?.availabilityReason ?? null,
    choose: (state: AvailabilityState, reason?: string) => set.mutate({ state, ...(reason ? { reason } : {}) }),
  };
}
