import { eq } from "drizzle-orm";
import { conversations, serviceLevels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { NewEvent } from "@/lib/events";
import { recordEvents } from "@/lib/events";
import type { ServiceLevelKind } from "@/lib/service-levels/types";
import { type ConversationPlan, makeConversation } from "./conversations";
import type { TestChannel } from "./factories";

type Tenant = { tenantId: string; channel: Pick<TestChannel, "id" | "portfolioId"> };
type Row = Partial<typeof conversations.$inferInsert>;

/** A conversation with what the queue knows of it beside. */
export async function makeQueued(tenant: Tenant, plan: ConversationPlan = {}, more: Row = {}) {
  const made = await makeConversation(tenant, plan);
  if (Object.keys(more).length > 0) {
    await withTenant(tenant, (tx) => tx.update(conversations).set(more).where(eq(conversations.id, made.id)));
  }
  return made;
}

/** What happened in a past that the test makes up. */
export async function happened(tenant: { tenantId: string }, events: (NewEvent & { by?: string })[]): Promise<void> {
  await withTenant(tenant, async (tx) => {
    for (const { by = "nobody", ...event } of events) {
      await recordEvents(tx, { tenantId: tenant.tenantId, kind: "member", id: by }, [event]);
    }
  });
}

type Promised = Partial<typeof serviceLevels.$inferInsert> & { kind?: ServiceLevelKind };

export async function promise(tenant: { tenantId: string }, conversationId: string, plan: Promised): Promise<void> {
  const startedAt = plan.startedAt ?? new Date();
  await withTenant(tenant, (tx) =>
    tx.insert(serviceLevels).values({
      ...{ tenantId: tenant.tenantId, conversationId, kind: "first_reply", startedAt },
      ...plan,
    }),
  );
}
