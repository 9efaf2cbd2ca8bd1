/** An edit or a deletion, by its own time and id. */
export type Amendment = {
  wamid: string;
  kind: "edit" | "revoke";
  content: Record<string, unknown> | null;
  atMs: number;
};

export type Amendable = {
  type: string;
  content: Record<string, unknown>;
  editedAtMs: number | null;
  revokedAtMs: number | null;
};

/**
 * What a message is after all of its amendments, in whichever order they came: the newest edit counts, and a deletion
 * leaves a stub without content.
 */
export function amend(message: Amendable, amendments: Amendment[]): Amendable {
  const revokedAtMs = earliest([message.revokedAtMs, ...ofKind(amendments, "revoke").map(({ atMs }) => atMs)]);
  const newest = ofKind(amendments, "edit").sort(byTime).at(-1);
  const editedAtMs = newest?.atMs ?? message.editedAtMs;
  if (revokedAtMs !== null) return { type: message.type, content: { type: message.type }, editedAtMs, revokedAtMs };
  if (!newest?.content) return message;
  const content = { ...message.content, ...withFile(message.content, newest.content) };
  return { type: String(content.type), content, editedAtMs, revokedAtMs };
}

function ofKind(amendments: Amendment[], kind: Amendment["kind"]): Amendment[] {
  return amendments.filter((amendment) => amendment.kind === kind);
}

function byTime(one: Amendment, other: Amendment): number {
  return one.atMs - other.atMs || (one.wamid < other.wamid ? -1 : 1);
}

function earliest(times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The edit of a caption does not bring the file again. */
function withFile(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const type = String(after.type);
  const [old, fresh] = [before[type], after[type]];
  const isSameKind = before.type === type && isObject(old) && isObject(fresh);
  return isSameKind ? { ...after, [type]: { ...old, ...fresh } } : after;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
