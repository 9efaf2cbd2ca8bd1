import { type Action, type ActionId, actions, canBeRemapped } from "./actions";
import { type KeyName, matches, matchesByPlace, type Press } from "./match";

export type Chosen = Record<string, KeyName | null>;
export type Binding = { id: string; keys: KeyName };

/** What sends an answer: some want Enter to begin a line. */
export const sendKeys = ["Enter", "Mod+Enter"] as const;
export type SendKey = (typeof sendKeys)[number];

export function sendKeyOf({ send }: Chosen): SendKey {
  return sendKeys.find((key) => key === send) ?? "Enter";
}

/** The keys of an action: those that the member chose, else its own; null: none. */
export function keysOf(action: Action, chosen: Chosen): KeyName | null {
  if (action.id === "send") return sendKeyOf(chosen);
  const own = chosen[action.id];
  return own === undefined || !canBeRemapped(action) ? action.keys : own;
}

/** What the page listens for. */
export function bindingsOf(chosen: Chosen): Binding[] {
  return actions.filter(canBeRemapped).flatMap((action) => {
    const { id, also } = action;
    const keys = keysOf(action, chosen);
    const isOwn = chosen[id] === undefined;
    return [...(keys === null ? [] : [{ id, keys }]), ...(also && isOwn ? [{ id, keys: also }] : [])];
  });
}

/** Who has these keys, or a part of them: `g` beside `g i` would never be heard alone. */
export function conflictsOf(id: ActionId, keys: KeyName, bindings: readonly Binding[]): Binding[] {
  const wanted = keys.toLowerCase();
  return bindings.filter((other) => {
    const theirs = other.keys.toLowerCase();
    return other.id !== id && (theirs === wanted || theirs.startsWith(`${wanted} `) || wanted.startsWith(`${theirs} `));
  });
}

/** What a press does, alone or as the second of two; or what it may be the first of. By what is on the key before where it is. */
export function findPressed(
  press: Press,
  bindings: readonly Binding[],
  begun: KeyName | null,
): { id: string } | { begins: KeyName } | null {
  for (const fits of [matches, matchesByPlace]) {
    let begins: KeyName | null = null;
    let single: string | null = null;
    for (const { id, keys } of bindings) {
      const [first = "", second] = keys.split(" ");
      if (second === undefined) {
        if (fits(press, first)) single ??= id;
      } else if (begun !== null && begun.toLowerCase() === first.toLowerCase() && fits(press, second)) {
        return { id };
      } else if (fits(press, first)) {
        begins ??= first;
      }
    }
    if (single !== null) return { id: single };
    if (begins !== null) return { begins };
  }
  return null;
}
