import type { ActionId } from "./actions";
import type { WhyNot } from "./why-not";

/** What can be done now, by action, or why it cannot; absent or undefined: not here, not now. */
export type Handlers = Partial<Record<ActionId, (() => void) | WhyNot | undefined>>;
/** Something that the workspace has made up itself, such as a macro. */
export type ExtraAction = { id: string; label: string; keys: string | null; run: () => void };

type Entry = { handlers: () => Handlers; over: boolean };

const entries: Entry[] = [];
const extras = new Set<() => readonly ExtraAction[]>();

/** @param over it comes before the others, whichever was there first: a part that stands in for another's */
export function registerActions(handlers: () => Handlers, over: boolean): () => void {
  const entry = { handlers, over };
  entries.push(entry);
  return () => void entries.splice(entries.indexOf(entry), 1);
}

export function registerExtraActions(list: () => readonly ExtraAction[]): () => void {
  extras.add(list);
  return () => extras.delete(list);
}

/** What an action does at this moment. */
export function handlerOf(id: string): (() => void) | undefined {
  const extra = extraActions().find((each) => each.id === id);
  if (extra) return extra.run;
  return answersTo(id).find((answer) => typeof answer === "function");
}

/** Why it does nothing, as the part of the page says that would do it. */
export function refusalOf(id: ActionId): WhyNot | undefined {
  return answersTo(id).find((answer) => typeof answer === "string");
}

function answersTo(id: string) {
  const inTurn = entries.toReversed();
  return [...inTurn.filter(({ over }) => over), ...inTurn.filter(({ over }) => !over)].map(
    ({ handlers }) => handlers()[id as ActionId],
  );
}

export function extraActions(): ExtraAction[] {
  return [...extras].flatMap((list) => list());
}
