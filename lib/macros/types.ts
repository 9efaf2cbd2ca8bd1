/** Plain types of macros; components read them too. */
import type { Act } from "@/lib/conversations/types";

/** What a macro does: an act on the conversation, an answer to the customer, or a note for the team. */
export type MacroAction = Act | { kind: "reply"; text: string } | { kind: "note"; text: string };

/** The keys a macro can be bound to, pressed after M. */
export const macroKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
export type MacroKey = (typeof macroKeys)[number];

export const macroScopes = ["personal", "department", "workspace"] as const;
export type MacroScope = (typeof macroScopes)[number];

export type Macro = {
  id: string;
  scope: MacroScope;
  /** Whose it is: only of the scope `department`. */
  department: { id: string; name: string } | null;
  name: string;
  /** The key that the asker has bound it to. */
  key: MacroKey | null;
  actions: MacroAction[];
};

/** How long an answer of a macro is held back, so that it is taken back with the rest. */
export const macroUndoSeconds = 8;

/** In which order a macro acts, however it was put together: what ends a conversation comes last. */
const order: Record<MacroAction["kind"], number> = {
  reply: 0,
  note: 1,
  label: 2,
  prioritise: 3,
  assign: 4,
  snooze: 5,
  resolve: 6,
  spam: 7,
};

export function inOrder(actions: readonly MacroAction[]): MacroAction[] {
  return actions.toSorted((one, other) => order[one.kind] - order[other.kind]);
}
