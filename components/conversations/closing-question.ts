import type { ConversationSummary } from "@/lib/conversations/types";
import type { ClosingQuestion } from "./use-conversation-actions";

type Asking = { id: string; closingReasons: readonly string[]; asksClosingNote: boolean };
type Closed = Pick<ConversationSummary, "state"> & { department: { id: string } | null };

/**
 * What is asked once before several are resolved: reasons that all their departments know; where they share none, those of
 * each. What one does not take stays open and says so.
 */
export function closingQuestionOf(selected: readonly Closed[], departments: readonly Asking[]): ClosingQuestion | null {
  const open = selected.filter(({ state }) => state !== "resolved");
  const concerned = departments.filter(({ id }) => open.some(({ department }) => department?.id === id));
  const lists = concerned.map(({ closingReasons }) => closingReasons).filter((reasons) => reasons.length > 0);
  const asksNote = concerned.some(({ asksClosingNote }) => asksClosingNote);
  if (lists.length === 0 && !asksNote) return null;
  const all = [...new Set(lists.flat())];
  const shared = all.filter((reason) => lists.every((reasons) => reasons.includes(reason)));
  return { reasons: shared.length > 0 ? shared : all, asksNote };
}
