"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useProblemToast } from "@/components/shell/use-problem-toast";

type Move = { id: string; place: number };

/** A place among the others, 0 for the first; a step counts from where the row is by then, which may not be drawn yet. */
export type To = { place: number } | { step: 1 | -1 };

/** Puts one of a list in another place, where it shows at once; answers with the place. */
export function useOrder<Item extends { id: string }>(
  queryKey: readonly string[],
  send: (move: Move) => Promise<unknown>,
): (item: Item, to: To) => number {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const mutationKey = ["order", ...queryKey];
  const { mutate } = useMutation({
    mutationKey,
    // One after the other, as they were made.
    scope: { id: mutationKey.join(" ") },
    mutationFn: send,
    onError: onProblem,
    // What is read between two moves would show the list as it was before the second.
    onSettled: () => (client.isMutating({ mutationKey }) === 1 ? client.invalidateQueries({ queryKey }) : undefined),
  });
  return (item, to) => {
    const present = client.getQueryData<Item[]>(queryKey) ?? [];
    const wanted = "place" in to ? to.place : present.findIndex(({ id }) => id === item.id) + to.step;
    const place = Math.max(0, Math.min(present.length - 1, wanted));
    void client.cancelQueries({ queryKey, exact: true }, { revert: false });
    client.setQueryData<Item[]>(queryKey, (items) =>
      items?.filter(({ id }) => id !== item.id).toSpliced(place, 0, item),
    );
    mutate({ id: item.id, place });
    return place;
  };
}
