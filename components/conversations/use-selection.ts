"use client";

import { useState } from "react";
import { extended, type Selection, toggled } from "./selection";

const none: Selection = { ids: [], anchor: null };

/** Which conversations of a list are selected; what is in the list no more is not selected. */
export function useSelection(shownIds: readonly string[]) {
  const [selection, setSelection] = useState<Selection>(none);
  const stillShown = ({ ids, anchor }: Selection) => ({ ids: ids.filter((id) => shownIds.includes(id)), anchor });
  const { ids } = stillShown(selection);
  return {
    ids,
    has: (id: string) => ids.includes(id),
    toggle: (id: string) => setSelection((present) => toggled(stillShown(present), id)),
    /** From the last one that was chosen to this one. */
    extendTo: (id: string) => setSelection((present) => extended(stillShown(present), shownIds, id)),
    clear: () => setSelection(none),
  };
}

export type ListSelection = ReturnType<typeof useSelection>;
