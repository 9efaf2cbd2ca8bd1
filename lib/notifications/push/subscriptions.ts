import { createHash } from "node:crypto";
import { and, desc, eq, notInArray } from "drizzle-orm";
import type * as z from "zod";
import { pushSubscriptions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { ForbiddenError, InvalidError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { DropPush, SubscribePush } from "@/lib/notifications/schemas";
import { sealForTenant } from "@/lib/vault";
import { isPushService } from "./services";
import { vapidPublicKey } from "./vapid";

const MOST_DEVICES = 10;

export async function readPush(actor: Actor): Promise<{ publicKey: string }> {
  authorize(actor, "profile.read");
  return { publicKey: vapidPublicKey() };
}

/** A browser has one address: who signs in to it last is who is told. */
export async function subscribePush(actor: Actor, input: z.output<typeof SubscribePush.input>) {
  authorize(actor, "profile.edit");
  const { tenantId, id: memberId, sessionId } = actor;
  if (actor.kind !== "member" || !sessionId) {
    throw new ForbiddenError("Only a browser that is signed in can be told.", {
      code: "members_only",
      nextStep: "Sign in as a member.",
    });
  }
  if (!isPushService(input.endpoint)) {
    throw new InvalidError("This is not the address of a push service that we know.", {
      code: "unknown_push_service",
      nextStep: "Use Chrome, Edge, Firefox or Safari.",
    });
  }
  const id = newId();
  const sealed = await sealForTenant(tenantId, JSON.stringify(input), `push_subscriptions|sealed|${id}`);
  const endpointHash = hashOf(input.endpoint);
  await withTenant(actor, async (tx) => {
    await tx
      .delete(pushSubscriptions)
      .where(and(eq(pushSubscriptions.tenantId, tenantId), eq(pushSubscriptions.endpointHash, endpointHash)));
    await tx.insert(pushSubscriptions).values({ tenantId, id, memberId, sessionId, endpointHash, sealed });
    const ofMember = and(eq(pushSubscriptions.tenantId, tenantId), eq(pushSubscriptions.memberId, memberId));
    const kept = tx
      .select({ id: pushSubscriptions.id })
      .from(pushSubscriptions)
      .where(ofMember)
      .orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id))
      .limit(MOST_DEVICES);
    await tx.delete(pushSubscriptions).where(and(ofMember, notInArray(pushSubscriptions.id, kept)));
  });
  return {};
}

export async function dropPush(actor: Actor, { endpoint }: z.output<typeof DropPush.input>) {
  authorize(actor, "profile.edit");
  await withTenant(actor, (tx) =>
    tx
      .delete(pushSubscriptions)
      .where(
        and(
          eq(pushSubscriptions.tenantId, actor.tenantId),
          eq(pushSubscriptions.memberId, actor.id),
          eq(pushSubscriptions.endpointHash, hashOf(endpoint)),
        ),
      ),
  );
  return {};
}

function hashOf(endpoint: string): Buffer {
  return createHash("sha256").update(endpoint).digest();
}
