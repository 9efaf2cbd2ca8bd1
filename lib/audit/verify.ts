import { and, asc, eq, gt } from "drizzle-orm";
import { audit } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth/types";
import { hashOf } from "./entry-hash";

export type AuditVerdict = {
  entries: number;
  /** The number of the first entry that was changed, or that is missing; null when the chain holds. */
  brokenAt: number | null;
  /** Note it elsewhere: a chain cut off at its end still holds, and only its length tells. */
  head: { seq: number; hash: string } | null;
};

const BATCH = 1_000;

/** Walks a tenant's chain from its first entry. */
export async function verifyAudit(actor: Pick<Actor, "tenantId">): Promise<AuditVerdict> {
  let verdict: AuditVerdict = { entries: 0, brokenAt: null, head: null };
  let previousHash: Buffer | null = null;
  for (;;) {
    const batch = await readBatch(actor, verdict.entries);
    for (const row of batch) {
      const expected = verdict.entries + 1;
      if (row.seq !== expected || !hashOf(previousHash, row).equals(row.hash))
        return { ...verdict, brokenAt: expected };
      previousHash = row.hash;
      verdict = { ...verdict, entries: expected, head: { seq: row.seq, hash: row.hash.toString("hex") } };
    }
    if (batch.length < BATCH) return verdict;
  }
}

async function readBatch(actor: Pick<Actor, "tenantId">, after: number) {
  return withTenant(actor, (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.tenantId, actor.tenantId), gt(audit.seq, after)))
      .orderBy(asc(audit.seq))
      .limit(BATCH),
  );
}
