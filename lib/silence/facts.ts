import type { Transaction } from "@/db/transaction";
import type { ConversationRow } from "@/lib/conversations";
import type { Facts } from "./rules/silence-of";

/** What the software says by itself is nobody's last word, and what failed never came to the customer. */
const LAST_WORDS = `
  select max(m.at) filter (where m.direction = 'out' and m.author in ('member', 'api', 'phone_app')) as answered_at,
    max(m.at) filter (where m.direction = 'in' and m.author = 'contact') as wrote_at
  from messages m
  where m.tenant_id = $1 and m.conversation_id = $2 and m.type not in ('reaction', 'system')
    and m.status not in ('scheduled', 'cancelled', 'failed')`;

export async function readFacts(tx: Transaction, row: ConversationRow): Promise<Facts> {
  const { rows } = await tx.$client.query<{ answered_at: Date | null; wrote_at: Date | null }>(LAST_WORDS, [
    row.tenantId,
    row.id,
  ]);
  const { state, owner, waitingSince } = row;
  return { state, owner, waitingSince, answeredAt: rows[0]?.answered_at ?? null, wroteAt: rows[0]?.wrote_at ?? null };
}
