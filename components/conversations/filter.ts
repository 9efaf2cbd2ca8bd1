import type { ConversationSummary, ConversationView } from "@/lib/conversations/types";

/** What a list shows; part of the page's URL, so that a view can be linked. */
export type Filter = { view: ConversationView; departmentId: string | null };

const views: readonly string[] = ["mine", "unassigned", "department", "all", "resolved"] satisfies ConversationView[];

export const firstFilter: Filter = { view: "mine", departmentId: null };

export function readFilter(params: { get: (name: string) => string | null }): Filter {
  const departmentId = params.get("department");
  if (departmentId) return { view: "department", departmentId };
  const view = params.get("view");
  const known = view !== null && view !== "department" && views.includes(view);
  return known ? { view: view as ConversationView, departmentId: null } : firstFilter;
}

/** The query of a URL for a filter, with its question mark; empty for the first view. */
export function queryOf(filter: Filter): string {
  if (filter.departmentId) return `?department=${filter.departmentId}`;
  return filter.view === firstFilter.view ? "" : `?view=${filter.view}`;
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return one.view === other.view && one.departmentId === other.departmentId;
}

/** Whether a conversation that the member may see belongs into a list; the server's views, for patches between loads. */
export function belongs(filter: Filter, conversation: ConversationSummary, memberId: string): boolean {
  if (filter.view === "resolved") return conversation.state === "resolved";
  if (conversation.state === "resolved") return false;
  if (filter.view === "mine") return conversation.assignee?.id === memberId;
  if (filter.view === "unassigned") return conversation.state === "queued";
  if (filter.view === "department") return conversation.department?.id === filter.departmentId;
  return true;
}
