import type { Transaction } from "@/db/transaction";
import type { TimelineType } from "./types";

type Asked = { conversationId: string; since?: Date | null };

/**
 * The chain of rules that the last of these events in each conversation is part of. Whoever goes on from there, at
 * another time or in another process, goes on in that chain; a conversation of which nobody's rule was the cause is not in
 * the answer.
 *
 * @param since what was before has nothing to do with it
 */
export async function causesOf(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  asked: readonly Asked[],
  types: readonly TimelineType[],
): Promise<Map<string, string>> {
  if (asked.length === 0) return new Map();
  // Written out, so that the planner sees that the index of timelines holds them all.
  const wanted = types.map((type) => `'${type}'`).join(", ");
  const { rows } = await tx.$client.query<{ id: string; cause: string }>(
    `select w.id, e.cause_id as cause from unnest($2::uuid[], $3::timestamptz[]) as w (id, since)
     cross join lateral (
       select e.cause_id from events e
       where e.tenant_id = $1 and e.conversation_id = w.id and e.type in (${wanted})
         and e.at >= coalesce(w.since, '-infinity')
       order by e.at desc, e.seq desc limit 1) e
     where e.cause_id is not null`,
    [
      tenantId,
      asked.map(({ conversationId }) => conversationId),
      asked.map(({ since }) => since?.toISOString() ?? null),
    ],
  );
  return new Map(rows.map(({ id, cause }) => [id, cause]));
}
