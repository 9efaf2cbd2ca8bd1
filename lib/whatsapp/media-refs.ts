import { type MediaType, mediaTypes } from "./content";

/** A medium that a content names by an id, whichever key of it holds that: also in headers of interactive and template. */
export type MediaRef = { kind: MediaType; id: string };

export function mediaRefs(content: unknown): MediaRef[] {
  const refs: MediaRef[] = [];
  walk(content, (kind, medium) => {
    if (typeof medium.id === "string") refs.push({ kind, id: medium.id });
    return medium;
  });
  return refs;
}

/** The same content with each medium as `change` answers it. */
export function withMedia<Content>(
  content: Content,
  change: (medium: Record<string, unknown> & { id: string }, kind: MediaType) => Record<string, unknown>,
): Content {
  return walk(content, (kind, medium) =>
    typeof medium.id === "string" ? change({ ...medium, id: medium.id }, kind) : medium,
  ) as Content;
}

type Visit = (kind: MediaType, medium: Record<string, unknown>) => Record<string, unknown>;

function walk(value: unknown, visit: Visit): unknown {
  if (Array.isArray(value)) return value.map((each) => walk(each, visit));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isKind(key) && isRecord(inner) ? visit(key, inner) : walk(inner, visit),
    ]),
  );
}

function isKind(key: string): key is MediaType {
  return (mediaTypes as readonly string[]).includes(key);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
