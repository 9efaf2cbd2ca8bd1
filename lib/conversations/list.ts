import { and, asc, desc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import type { ListConversations } from "./schemas";
import { selectSummaries, toSummary } from "./summary";
import type { ConversationSummary } from "./types";
import { visibleTo } from "./visibility";

type Filters = z.output<typeof ListConversations.input>;
type Page = { items: ConversationSummary[]; nextCursor: string | null };

export async function listConversations(actor: Actor, input: Filters): Promise<Page> {
  authorize(actor, "conversations.read");
  const rows = await withTenant(actor, (tx) =>
    selectSummaries(tx)
      .where(and(eq(conversations.tenantId, actor.tenantId), visibleTo(actor), ...conditionsOf(actor, input)))
      .orderBy(desc(conversations.lastActivityAt), asc(conversations.id))
      .limit(input.limit + 1),
  );
  const items = rows.slice(0, input.limit).map(toSummary);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.lastActivityAt, last.id]) : null };
}

function conditionsOf(actor: Actor, input: Filters): (SQL | undefined)[] {
  const { view, departmentId, channelId, contactId, assigneeId, state, cursor } = input;
  const ofContact = contactId !== undefined;
  return [
    view === "mine" ? eq(conversations.assigneeId, sql`${memberIdOf(actor)}::uuid`) : undefined,
    view === "unassigned" ? eq(conversations.state, "queued") : undefined,
    view === "resolved" || ofContact ? undefined : ne(conversations.state, "resolved"),
    view === "resolved" ? eq(conversations.state, "resolved") : undefined,
    departmentId ? eq(conversations.departmentId, departmentId) : undefined,
    channelId ? eq(conversations.channelId, channelId) : undefined,
    contactId ? eq(conversations.contactId, contactId) : undefined,
    assigneeId ? eq(conversations.assigneeId, assigneeId) : undefined,
    state ? eq(conversations.state, state) : undefined,
    cursor ? afterCursor(cursor) : undefined,
  ];
}

/** An API key or the system has no conversations of its own; no id equals null. */
function memberIdOf(actor: Actor): string | null {
  return actor.kind === "member" ? actor.id : null;
}

function afterCursor(cursor: string): SQL | undefined {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at !== "string" || Number.isNaN(Date.parse(at)) || !isUuid(id)) {
    throw new InvalidError("This cursor is not one of ours.", { code: "invalid_cursor" });
  }
  const moment = new Date(at);
  return or(
    sql`${conversations.lastActivityAt} < ${moment.toISOString()}::timestamptz`,
    and(eq(conversations.lastActivityAt, moment), sql`${conversations.id} > ${id}::uuid`),
  );
}
