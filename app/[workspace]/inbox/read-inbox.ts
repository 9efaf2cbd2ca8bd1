import { readAll } from "@/components/api";
import { askedOf, firstFilter, readFilter } from "@/components/conversations/filter";
import type { InboxSnapshot } from "@/components/conversations/inbox-snapshot";
import type { Actor } from "@/lib/auth";
import { countConversations, listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { DomainError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { listLabels } from "@/lib/labels";
import { readPresent } from "@/lib/realtime";
import { readThread } from "@/lib/threads";

export type InboxParams = Record<string, string | string[] | undefined>;

const PAGE = 50;
/** As the console reads them itself. */
const LONG_PAGE = 100;

/** The inbox as it is now. The cursor is read first: what happens during the other reads comes again as an event. */
export async function readInbox(
  actor: Actor,
  params: InboxParams,
  conversationId: string | null,
): Promise<InboxSnapshot> {
  const filter = readFilter({ get: (name) => textOf(params[name]) });
  // A URL that somebody wrote by hand: what does not fit leaves the first view.
  const asked = ListConversations.input.safeParse({ ...askedOf(filter), limit: PAGE });
  const cursor = await readPresent(actor);
  const [list, counts, labels, opened] = await Promise.all([
    listConversations(actor, asked.success ? asked.data : { ...askedOf(firstFilter), limit: PAGE }),
    countConversations(actor),
    readAll((cursor) => listLabels(actor, { cursor, limit: LONG_PAGE })),
    isUuid(conversationId) ? openConversation(actor, conversationId) : null,
  ]);
  return {
    cursor,
    filter,
    list,
    counts,
    labels,
    conversation: opened?.conversation ?? null,
    messages: opened?.messages ?? null,
    notes: opened?.notes ?? null,
    timeline: opened?.timeline ?? null,
  };
}

/** Null when it is not there to be seen: the screen says so in its place, beside the list. */
async function openConversation(actor: Actor, conversationId: string) {
  try {
    return await readThread(actor, { conversationId });
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return null;
    throw error;
  }
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
