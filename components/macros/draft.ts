import type { Priority, SnoozeUntil } from "@/lib/conversations/types";
import { inOrder, type MacroAction } from "@/lib/macros/types";

/** The snoozes that can be chosen ahead, without knowing when. */
export const snoozeKinds = ["1", "3", "24", "tomorrow", "monday", "reply", "window"] as const;
export type SnoozeKind = (typeof snoozeKinds)[number];

/** A macro while it is put together: every kind of action, each on or off. */
export type MacroDraft = {
  reply: string;
  note: string;
  add: string[];
  remove: string[];
  priority: Priority | "";
  /** `me`, `queue`, `member:<id>`, `department:<id>`, or empty. */
  assign: string;
  snooze: SnoozeKind | "";
  end: "" | "resolve" | "spam";
  reason: string;
};

export const emptyDraft: MacroDraft = {
  reply: "",
  note: "",
  add: [],
  remove: [],
  priority: "",
  assign: "",
  snooze: "",
  end: "",
  reason: "",
};

export function draftOf(actions: readonly MacroAction[]): MacroDraft {
  return Object.assign({ ...emptyDraft }, ...actions.map(partOf));
}

function partOf(action: MacroAction): Partial<MacroDraft> {
  switch (action.kind) {
    case "reply":
      return { reply: action.text };
    case "note":
      return { note: action.text };
    case "label":
      return { add: action.add, remove: action.remove };
    case "prioritise":
      return { priority: action.priority };
    case "assign":
      return { assign: assignText(action) };
    case "snooze":
      return { snooze: snoozeKindOf(action.until) };
    case "resolve":
      return { end: "resolve", reason: action.reason ?? "" };
    case "spam":
      return { end: action.isSpam ? "spam" : "" };
  }
}

type Assign = Extract<MacroAction, { kind: "assign" }>;

/** `me`, `queue`, `member:<id>` or `department:<id>`, as a select has it. */
export function assignText({ assigneeId, departmentId }: Assign): string {
  if (assigneeId === "me") return "me";
  if (assigneeId) return `member:${assigneeId}`;
  return departmentId ? `department:${departmentId}` : "queue";
}

export function assignOf(text: string): Assign {
  const [what, id = ""] = text.split(":");
  if (what === "me") return { kind: "assign", assigneeId: "me" };
  if (what === "member") return { kind: "assign", assigneeId: id };
  return { kind: "assign", assigneeId: null, ...(what === "department" ? { departmentId: id } : {}) };
}

/** Empty for a snooze that cannot be chosen ahead. */
export function snoozeKindOf(until: SnoozeUntil): SnoozeKind | "" {
  const name = until.kind === "hours" ? String(until.hours) : until.kind;
  return snoozeKinds.find((kind) => kind === name) ?? "";
}

export function snoozeUntilOf(kind: SnoozeKind): SnoozeUntil {
  const hours = Number(kind);
  if (hours > 0) return { kind: "hours", hours };
  return { kind: kind === "tomorrow" || kind === "monday" || kind === "window" ? kind : "reply" };
}

export function actionsOf(draft: MacroDraft): MacroAction[] {
  const actions: (MacroAction | false)[] = [
    draft.reply.trim() !== "" && { kind: "reply", text: draft.reply.trim() },
    draft.note.trim() !== "" && { kind: "note", text: draft.note.trim() },
    draft.add.length + draft.remove.length > 0 && { kind: "label", add: draft.add, remove: draft.remove },
    draft.priority !== "" && { kind: "prioritise", priority: draft.priority },
    draft.assign !== "" && assignOf(draft.assign),
    draft.snooze !== "" && { kind: "snooze", until: snoozeUntilOf(draft.snooze) },
    draft.end === "resolve" && { kind: "resolve", ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}) },
    draft.end === "spam" && { kind: "spam", isSpam: true },
  ];
  return inOrder(actions.filter((action) => action !== false));
}
