/** Selected ids, and the one from which Shift extends. */
export type Selection = { ids: string[]; anchor: string | null };

export function toggled({ ids }: Selection, id: string): Selection {
  const isOn = ids.includes(id);
  return { ids: isOn ? ids.filter((each) => each !== id) : [...ids, id], anchor: id };
}

/** Everything between the anchor and an id, beside what is selected already; without an anchor, the one alone. */
export function extended({ ids, anchor }: Selection, shownIds: readonly string[], id: string): Selection {
  const [from, to] = [anchor === null ? -1 : shownIds.indexOf(anchor), shownIds.indexOf(id)];
  if (to === -1) return { ids, anchor };
  const range = from === -1 ? [id] : shownIds.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: [...new Set([...ids, ...range])], anchor: from === -1 ? id : anchor };
}
