/** Where in a list the keyboard is: by what is open, and, once that has left the list, by where it was. */
export type Place = { id: string | null; lastAt: number };

/** The one to open next. What followed on a conversation that has left the list stands in its place now. */
export function stepFrom(ids: readonly string[], { id, lastAt }: Place, step: 1 | -1): string | undefined {
  const at = id === null ? -1 : ids.indexOf(id);
  if (at !== -1) return ids[at + step];
  if (lastAt === -1) return ids[0];
  return ids[Math.min(step === 1 ? lastAt : lastAt - 1, ids.length - 1)];
}
