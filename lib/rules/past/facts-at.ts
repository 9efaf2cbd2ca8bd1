import type { FactValue, RuleFacts } from "@/lib/rules/facts";
import { type PastEvent, type PastFact, pastFacts, toldOf } from "./told";

/** The log of a conversation around a moment, in its order; what was done together with the moment belongs to it. */
export type Around = { until: readonly PastEvent[]; since: readonly PastEvent[] };

/** By which labels are still known by the names that older events have. */
export type LabelIds = ReadonlyMap<string, string>;

/** The facts of a moment, as far as the log and what is true now tell them for certain. */
export function factsAt(now: RuleFacts, around: Around, labelIds: LabelIds): RuleFacts {
  const told: [string, FactValue | undefined][] = pastFacts.map((fact) => [fact, valueAt(fact, now[fact], around)]);
  const all = [...told, ["labelIds", labelsAt(now.labelIds, around.since, labelIds)] as const];
  return Object.fromEntries(all.filter((each): each is [string, FactValue] => each[1] !== undefined));
}

/** By what came next, which says what was before it; else by what came last, which says what was after it. */
function valueAt(fact: PastFact, now: FactValue | undefined, { until, since }: Around): FactValue | undefined {
  const tells = (events: readonly PastEvent[]) => events.flatMap((event) => toldOf(fact, event) ?? []);
  const [next] = tells(since);
  if (!next) return now;
  return next.before === undefined ? tells(until).at(-1)?.after : next.before;
}

/** Takes back, from those that it has now, what was put on and taken off since. */
function labelsAt(now: FactValue | undefined, since: readonly PastEvent[], known: LabelIds): string[] | undefined {
  if (!Array.isArray(now) || since.some(({ type, payload }) => type === "contact.changed" && isMerge(payload)))
    return undefined;
  const present = new Set(now);
  for (const { payload } of since.filter(({ type }) => type === "conversation.labelled").toReversed()) {
    const added = idsOf(payload, "added", known);
    const removed = idsOf(payload, "removed", known);
    if (!added || !removed) return undefined;
    for (const id of added) present.delete(id);
    for (const id of removed) present.add(id);
  }
  return [...present];
}

function isMerge(payload: PastEvent["payload"]): boolean {
  return "mergedConversationId" in payload;
}

/** Older events have only names, which may be of no label any more. */
function idsOf(payload: PastEvent["payload"], part: "added" | "removed", known: LabelIds): string[] | undefined {
  const ids = payload[`${part}Ids`];
  if (Array.isArray(ids)) return ids.map(String);
  const names = payload[part];
  const found = Array.isArray(names) ? names.map((name) => known.get(String(name))) : [undefined];
  return found.every((id) => id !== undefined) ? found : undefined;
}
