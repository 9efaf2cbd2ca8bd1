import type { Priority } from "@/lib/conversations/types";
import { inOrder, type MacroAction } from "@/lib/macros/types";

/** The snoozes that can be chosen ahead, without knowing when. */
export const snoozeKinds = ["1", "3", "24", "tomorrow", "monday", "reply", "window"] as const;
type SnoozeKind = (typeof snoozeKinds)[number];

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

function assignText({ assigneeId, departmentId }: Extract<MacroAction, { kind: "assign" }>): string {
  if (assigneeId === "me") return "me";
  if (assigneeId) return `member:${assigneeId}`;
  return departmentId ? `department:${departmentId}` : "queue";
}

function snoozeKindOf(until: Extract<MacroAction, { kind: "snooze" }>["until"]): SnoozeKind | "" {
  const name = until.kind === "hours" ? String(until.hours) : until.kind;
  return snoozeKinds.find((kind) => kind === name) ?? "";
}

export function actionsOf(draft: MacroDraft): MacroAction[] {
  const [what, id = ""] = draft.assign.split(":");
  const hours = Number(draft.snooze);
  const actions: (MacroAction | false)[] = [
    draft.reply.trim() !== "" && { kind: "reply", text: draft.reply.trim() },
    draft.note.trim() !== "" && { kind: "note", text: draft.note.trim() },
    draft.add.length + draft.remove.length > 0 && { kind: "label", add: draft.add, remove: draft.remove },
    draft.priority !== "" && { kind: "prioritise", priority: draft.priority },
    what === "me" && { kind: "assign", assigneeId: "me" },
    what === "queue" && { kind: "assign", assigneeId: null },
    what === "member" && { kind: "assign", assigneeId: id },
    what === "department" && { kind: "assign", assigneeId: null, departmentId: id },
    draft.snooze !== "" && { kind: "snooze", until: hours > 0 ? { kind: "hours", hours } : untilOf(draft.snooze) },
    draft.end === "resolve" && { kind: "resolve", ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}) },
    draft.end === "spam" && { kind: "spam", isSpam: true },
  ];
  return inOrder(actions.filter((action) => action !== false));
}

function untilOf(kind: SnoozeKind) {
  return { kind: kind === "tomorrow" || kind === "monday" || kind === "window" ? kind : "reply" } as const;
}
