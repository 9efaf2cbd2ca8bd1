import { desc, eq, sql } from "drizzle-orm";
import { audit } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/ids";
import { storableJson, storableText, truncate } from "@/lib/text";
import { hashOf } from "./entry-hash";

export type AuditEntry = {
  /** `noun.verbInPast`, such as `session.started` or `apiKey.created`. */
  action: string;
  /** What was acted on, as `noun:id`. */
  target?: string;
  /** Ids and settings, never contents or secrets: an erasure must not have to break the chain. */
  details?: Record<string, unknown>;
  ip?: string | null;
  userAgent?: string | null;
};

/**
 * Appends to the tenant's chain, in the transaction of the act. Entries of a tenant wait for one another, so make this
 * the last statement of the transaction.
 */
export async function recordAudit(
  tx: Transaction,
  { tenantId, kind, id: actorId }: Pick<Actor, "tenantId" | "kind" | "id">,
  { action, target, details, ip, userAgent }: AuditEntry,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit|${tenantId}`}, 0))`);
  const [head] = await tx
    .select({ seq: audit.seq, hash: audit.hash })
    .from(audit)
    .where(eq(audit.tenantId, tenantId))
    .orderBy(desc(audit.seq))
    .limit(1);
  const entry = {
    tenantId,
    id: newId(),
    seq: (head?.seq ?? 0) + 1,
    at: new Date(),
    actor: `${kind}:${actorId}`,
    action,
    target: target ?? null,
    // As it will come back from jsonb: without undefined, dates as text.
    details: storableJson(JSON.parse(JSON.stringify(details ?? {})) as Record<string, unknown>),
    ip: ip ?? null,
    userAgent: userAgent ? truncate(storableText(userAgent), 300) : null,
  };
  const previousHash = head?.hash ?? null;
  await tx.insert(audit).values({ ...entry, previousHash, hash: hashOf(previousHash, entry) });
}
