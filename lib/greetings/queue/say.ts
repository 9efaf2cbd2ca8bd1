import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { conversationGreetings } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { fillGreeting, type GreetingKind } from "@/lib/greetings/types";
import type { OpeningHours } from "@/lib/hours/types";
import { sendNotice } from "@/lib/messages";
import type { ActiveGreeting, GreetedThread } from "./thread";
import { valuesFor } from "./values";
import type { Workspace } from "./workspaces";

type Saying = {
  greeting: ActiveGreeting;
  thread: GreetedThread;
  hours: OpeningHours | null;
  now: Date;
  workspace: Workspace;
};

/** Says it and remembers that it was said; what the gate refuses is remembered with its reason, and may come another time. */
export async function say(tx: Transaction, actor: Actor, scene: Saying): Promise<void> {
  const { greeting, thread, now, workspace } = scene;
  const text = fillGreeting(greeting.text, await valuesFor(tx, actor, scene)).trim();
  const origin = { kind: "automation", by: "greeting", id: greeting.id, name: greeting.name } as const;
  const notice = { conversationId: thread.id, text, origin, seal: workspace.seal };
  const refusal = text === "" ? null : await sendNotice(tx, actor, notice);
  const droppedReason = text === "" ? "empty" : (refusal?.code ?? null);
  const outcome = { greetingId: greeting.id, dueAt: now, saidAt: droppedReason ? null : now, droppedReason };
  await tx
    .insert(conversationGreetings)
    .values({ tenantId: actor.tenantId, conversationId: thread.id, kind: greeting.kind, ...outcome })
    .onConflictDoUpdate({
      target: [conversationGreetings.tenantId, conversationGreetings.conversationId, conversationGreetings.kind],
      set: outcome,
      setWhere: isNull(conversationGreetings.saidAt),
    });
}

/** The kinds that a conversation has had. */
export async function kindsSaid(tx: Transaction, { tenantId }: Actor, conversationId: string): Promise<GreetingKind[]> {
  const rows = await tx
    .select({ kind: conversationGreetings.kind })
    .from(conversationGreetings)
    .where(and(keyOf(tenantId, conversationId), isNotNull(conversationGreetings.saidAt)));
  return rows.map(({ kind }) => kind);
}

/** To be said later if it is still true then. One that waits already keeps its time, and what was said is not said again. */
export async function planGreeting(
  tx: Transaction,
  { tenantId }: Actor,
  { conversationId, greeting, dueAt }: { conversationId: string; greeting: ActiveGreeting; dueAt: Date },
): Promise<void> {
  await tx
    .insert(conversationGreetings)
    .values({ tenantId, conversationId, kind: greeting.kind, greetingId: greeting.id, dueAt })
    .onConflictDoUpdate({
      target: [conversationGreetings.tenantId, conversationGreetings.conversationId, conversationGreetings.kind],
      set: { greetingId: greeting.id, dueAt, droppedReason: null },
      setWhere: sql`${conversationGreetings.saidAt} is null and ${conversationGreetings.droppedReason} is not null`,
    });
}

function keyOf(tenantId: string, conversationId: string) {
  return and(eq(conversationGreetings.tenantId, tenantId), eq(conversationGreetings.conversationId, conversationId));
}
