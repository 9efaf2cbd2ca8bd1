import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { pushSubscriptions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { LimitReachedError } from "@/lib/errors";
import { compareCursors, readCursor } from "@/lib/events";
import { HttpFailure, safeFetch } from "@/lib/http";
import { consume } from "@/lib/limits";
import { log } from "@/lib/log";
import { encryptForBrowser } from "@/lib/notifications/push/encrypt";
import { pushServices } from "@/lib/notifications/push/services";
import { vapidAuthorization } from "@/lib/notifications/push/vapid";
import type { SubscribePush } from "@/lib/notifications/schemas";
import type { Notice } from "@/lib/notifications/types";
import { HOUR, MINUTE, SECOND } from "@/lib/time";
import { openForTenant } from "@/lib/vault";
import type { Candidate } from "./candidates";

export type TellOptions = {
  /** Stand-ins for push services, in tests. */
  allowOrigins?: readonly string[];
};

type Subscription = z.output<typeof SubscribePush.input>;

const KEPT_FOR_SECONDS = (4 * HOUR) / SECOND;
const REST_MS = 5 * MINUTE;

/**
 * Tells one browser of what happened. Each event is told at most once, whichever engine is first; what fails is not
 * tried again, since by then the title of the page says more.
 */
export async function tell(candidate: Candidate, notices: readonly Notice[], options: TellOptions): Promise<void> {
  if (!(await claim(candidate, notices))) return;
  const { actor, subscriptionId, sealed, workspace } = candidate;
  const opened = await openForTenant(actor.tenantId, sealed, `push_subscriptions|sealed|${subscriptionId}`);
  const subscription: Subscription = JSON.parse(opened.toString());
  for (const { kind, conversationId } of notices) {
    if (await isTooMuch(subscriptionId)) return;
    const content = JSON.stringify({ kind, workspace, conversationId });
    const goesOn = await push(candidate, subscription, content, options);
    if (!goesOn) return;
  }
}

/** Of several engines that read the same events, one tells them. */
async function claim({ actor, subscriptionId }: Candidate, notices: readonly Notice[]): Promise<boolean> {
  const cursors = notices.map(({ cursor }) => cursor);
  const last = readCursor(cursors.reduce((one, other) => (compareCursors(other, one) > 0 ? other : one)));
  const { tenantId } = actor;
  const claimed = await withTenant(systemActor(tenantId, "push"), (tx) =>
    tx
      .update(pushSubscriptions)
      .set({ toldXid: BigInt(last.xid), toldSeq: BigInt(last.seq) })
      .where(
        and(
          itself(tenantId, subscriptionId),
          sql`(${pushSubscriptions.toldXid}, ${pushSubscriptions.toldSeq}) < (${last.xid}::bigint, ${last.seq}::bigint)`,
        ),
      )
      .returning({ id: pushSubscriptions.id }),
  );
  return claimed.length === 1;
}

/** Answers whether the browser can be told more. */
async function push(
  { actor, subscriptionId }: Candidate,
  { endpoint, keys }: Subscription,
  content: string,
  options: TellOptions,
): Promise<boolean> {
  const { tenantId } = actor;
  try {
    const response = await safeFetch(endpoint, {
      method: "POST",
      allowHosts: pushServices,
      ...(options.allowOrigins ? { allowOrigins: options.allowOrigins } : {}),
      headers: {
        authorization: vapidAuthorization(endpoint),
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        ttl: String(KEPT_FOR_SECONDS),
        urgency: "high",
      },
      body: encryptForBrowser(content, keys),
      maxBytes: 16 * 1024,
      totalTimeoutMs: 10 * SECOND,
      pool: { name: "push", connections: 8 },
    });
    response.discard();
    const { status } = response;
    if (status === 404 || status === 410) await drop(tenantId, subscriptionId);
    else if (status === 429 || status >= 500) await rest(tenantId, subscriptionId, response.headers["retry-after"]);
    else if (status >= 400) log().warn({ status, subscriptionId }, "A push service refused a push.");
    return status < 400;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    log().warn({ error, subscriptionId }, "A push did not go out.");
    return false;
  }
}

async function drop(tenantId: string, subscriptionId: string): Promise<void> {
  await withTenant({ tenantId }, (tx) => tx.delete(pushSubscriptions).where(itself(tenantId, subscriptionId)));
}

async function rest(tenantId: string, subscriptionId: string, retryAfter: string | undefined): Promise<void> {
  const seconds = Number(retryAfter);
  const restMs = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * SECOND, 24 * HOUR) : REST_MS;
  const restsUntil = new Date(Date.now() + restMs);
  await withTenant({ tenantId }, (tx) =>
    tx.update(pushSubscriptions).set({ restsUntil }).where(itself(tenantId, subscriptionId)),
  );
}

async function isTooMuch(subscriptionId: string): Promise<boolean> {
  try {
    await consume("push", subscriptionId);
    return false;
  } catch (error) {
    if (error instanceof LimitReachedError) return true;
    throw error;
  }
}

function itself(tenantId: string, subscriptionId: string) {
  return and(eq(pushSubscriptions.tenantId, tenantId), eq(pushSubscriptions.id, subscriptionId));
}
