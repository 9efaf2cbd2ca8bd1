import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import { after, filterConditions } from "./conditions";
import { daysForward, notWaiting } from "./priority-place";
import type { ListConversations } from "./schemas";
import { dueAtOf } from "./service-level";
import { mentionedAt, selectSummaries, toSummary } from "./summary";
import type { ConversationSummary } from "./types";

type Filters = z.output<typeof ListConversations.input>;
type Page = { items: ConversationSummary[]; nextCursor: string | null };
type Order = { at: SQL; isDescending: boolean };

export async function listConversations(actor: Actor, input: Filters): Promise<Page> {
  authorize(actor, "conversations.read");
  const order = orderOf(actor, input);
  return withTenant(actor, async (tx) => {
    const places = await listPlaces(tx, actor, input, order);
    const { shown, nextCursor } = cutPage(places, input.limit, (last) => [last.at, last.id]);
    const ids = shown.map(({ id }) => id);
    return { items: await readSummaries(tx, actor, ids), nextCursor };
  });
}

/** Those who do not wait, or to whom nothing is promised, stand behind all others. */
const NEVER = sql`'9999-12-31T00:00:00Z'::timestamptz`;

/** The most urgent first, then who waits longest: one moment says both, `placeByPriority` for the console. */
const byPriority = sql`(coalesce(${conversations.waitingSince}, ${sql.raw(`'${notWaiting}'`)}::timestamptz)
  - case ${conversations.priority} ${sql.raw(
    Object.entries(daysForward)
      .map(([priority, days]) => `when '${priority}' then interval '${days} days'`)
      .join(" "),
  )} end)`;

/** Mentions stand by when one was called, all else by when something last happened, or as it was asked for. */
function orderOf(actor: Actor, { view, sort }: Filters): Order {
  if (sort === "waiting") return { at: sql`coalesce(${conversations.waitingSince}, ${NEVER})`, isDescending: false };
  if (sort === "priority") return { at: byPriority, isDescending: false };
  if (sort === "due") return { at: sql`coalesce(${dueAtOf()}, ${NEVER})`, isDescending: false };
  const at = view === "mentions" ? mentionedAt(actor) : sql`${conversations.lastActivityAt}`;
  return { at, isDescending: sort !== "oldest" };
}

/** First which ones, then what is shown of them: to sort all of a long list with everything on it takes long. */
async function listPlaces(tx: Transaction, actor: Actor, input: Filters, { at, isDescending }: Order) {
  const behind = readCursor(input.cursor, TimePlace);
  return tx
    .select({ id: conversations.id, at: sql<string>`${at}`.mapWith((value) => new Date(value).toISOString()) })
    .from(conversations)
    .where(and(filterConditions(actor, input), behind && after(at, behind, isDescending)))
    .orderBy(isDescending ? desc(at) : asc(at), asc(conversations.id))
    .limit(input.limit + 1);
}

export async function readSummaries(tx: Transaction, actor: Actor, ids: string[]): Promise<ConversationSummary[]> {
  if (ids.length === 0) return [];
  const rows = await selectSummaries(tx, actor).where(
    and(eq(conversations.tenantId, actor.tenantId), inArray(conversations.id, ids)),
  );
  const byId = new Map(rows.map((row) => [row.conversation.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toSummary(row)] : [];
  });
}
