import { readFilter } from "@/components/conversations/filter";
import type { InboxSnapshot } from "@/components/conversations/inbox-snapshot";
import type { Actor } from "@/lib/auth";
import { countConversations, listConversations, readConversation } from "@/lib/conversations";
import { DomainError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { listMessages } from "@/lib/messages";
import { listEvents } from "@/lib/realtime";

export type InboxParams = { view?: string | string[]; department?: string | string[] };

const PAGE = 50;

/** The inbox as it is now. The cursor is read first: what happens during the other reads comes again as an event. */
export async function readInbox(
  actor: Actor,
  params: InboxParams,
  conversationId: string | null,
): Promise<InboxSnapshot> {
  const filter = readFilter({ get: (name) => textOf(params[name as keyof InboxParams]) });
  const departmentId = isUuid(filter.departmentId) ? filter.departmentId : undefined;
  const { nextCursor: cursor } = await listEvents(actor, { limit: 1 });
  const [list, counts, opened] = await Promise.all([
    listConversations(actor, { view: filter.view, departmentId, limit: PAGE }),
    countConversations(actor),
    isUuid(conversationId) ? openConversation(actor, conversationId) : null,
  ]);
  return {
    cursor,
    filter,
    list,
    counts,
    conversation: opened?.conversation ?? null,
    messages: opened?.messages ?? null,
  };
}

/** Null when it is not there to be seen: the screen says so in its place, beside the list. */
async function openConversation(actor: Actor, conversationId: string) {
  try {
    const [conversation, messages] = await Promise.all([
      readConversation(actor, { conversationId }),
      listMessages(actor, { conversationId, limit: PAGE }),
    ]);
    return { conversation, messages };
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return null;
    throw error;
  }
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
