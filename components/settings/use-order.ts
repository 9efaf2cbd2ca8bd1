"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useProblemToast } from "@/components/shell/use-problem-toast";

type Move = { id: string; place: number };

/** Puts one of a list in another place, 0 for the first; it shows there at once. */
export function useOrder<Item extends { id: string }>(
  queryKey: readonly string[],
  send: (move: Move) => Promise<unknown>,
): (item: Item, place: number) => void {
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
  return (item, place) => {
    void client.cancelQueries({ queryKey, exact: true }, { revert: false });
    client.setQueryData<Item[]>(queryKey, (items) =>
      items?.filter(({ id }) => id !== item.id).toSpliced(place, 0, item),
    );
    mutate({ id: item.id, place });
  };
}
