import type { Filter } from "@/components/conversations/filter";

/** The names of what the console has read, in one place: hooks read under them, events make them old. */
export const keys = {
  counts: ["counts"] as const,
  lists: ["conversations"] as const,
  list: (filter: Filter) => ["conversations", filter] as const,
  conversation: (conversationId: string) => ["conversation", conversationId] as const,
  thread: (conversationId: string) => ["thread", conversationId] as const,
  contact: (contactId: string) => ["contact", contactId] as const,
  ofContact: (contactId: string) => ["contact", contactId, "conversations"] as const,
  members: ["members"] as const,
  departments: ["departments"] as const,
  channels: ["channels"] as const,
  settings: (what: string, ...rest: unknown[]) => ["settings", what, ...rest] as const,
};
