import { and, eq, isNull } from "drizzle-orm";
import { ruleWebhooks } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { safeFetch } from "@/lib/http";
import { atOnce } from "@/lib/jobs";
import { webhookBodyContext } from "@/lib/rules/webhook-body";
import { openWebhookSecret } from "@/lib/rules/webhook-secret";
import { SECOND } from "@/lib/time";
import { openForTenant } from "@/lib/vault";
import { claimWebhooks, type WebhookClaim } from "./claim";
import { type Answer, decide, type Settled } from "./decide";
import { signedHeaders } from "./sign";

const BATCH = 20;
const pool = { name: "rule webhooks", connections: 20 };

export type DeliverOptions = {
  now?: Date;
  /** Stand-ins for somebody's server, in tests. */
  allowOrigins?: readonly string[];
};

/** Posts what is due. Any number of engines do this at once. Answers whether there may be more. */
export async function deliverDue({ now = new Date(), ...options }: DeliverOptions = {}): Promise<boolean> {
  const claims = await claimWebhooks(BATCH, now);
  await atOnce(BATCH, claims, (claim) => deliver(claim, now, options));
  return claims.length === BATCH;
}

async function deliver(claim: WebhookClaim, now: Date, options: Omit<DeliverOptions, "now">): Promise<void> {
  const settled = decide(await post(claim, now, options), claim.attempts);
  await settle(claim, settled, now);
}

async function post(claim: WebhookClaim, now: Date, options: Omit<DeliverOptions, "now">): Promise<Answer> {
  const { tenantId, id, ruleId, url, bodySealed, secretSealed } = claim;
  try {
    if (!bodySealed || !secretSealed) throw new Error("What is posted has a body and a secret.");
    const body = (await openForTenant(tenantId, bodySealed, webhookBodyContext(id))).toString();
    const secret = await openWebhookSecret(tenantId, ruleId, secretSealed);
    const response = await safeFetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signedHeaders(id, now, body, secret) },
      body,
      totalTimeoutMs: 10 * SECOND,
      pool,
      ...options,
    });
    response.discard();
    return { status: response.status };
  } catch (failure) {
    return { failure };
  }
}

/** Once it has arrived, or is given up, what was in it is not kept. */
async function settle({ tenantId, id, ruleId, attempts }: WebhookClaim, { answer, retryMs }: Settled, now: Date) {
  const actor = systemActor(tenantId, "rules");
  const isOurs = and(
    eq(ruleWebhooks.tenantId, tenantId),
    eq(ruleWebhooks.id, id),
    eq(ruleWebhooks.attempts, attempts),
    isNull(ruleWebhooks.doneAt),
  );
  const ended = { answer, doneAt: now, bodySealed: null };
  const later = { answer, dueAt: new Date(now.getTime() + (retryMs ?? 0)) };
  await withTenant(actor, async (tx) => {
    const set = retryMs === null ? ended : later;
    const settled = await tx.update(ruleWebhooks).set(set).where(isOurs).returning({ id: ruleWebhooks.id });
    if (settled.length === 0) return;
    await recordEvent(tx, actor, { type: "rule.changed", payload: { ruleId, change: "posted" } });
  });
}
