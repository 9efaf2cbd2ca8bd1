import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { conversationGreetings } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { chooseGreeting } from "@/lib/greetings/rules/choose";
import { dueAt, plansFor } from "@/lib/greetings/rules/due-at";
import type { GreetingKind } from "@/lib/greetings/types";
import { hoursOf, isOpenAt } from "@/lib/hours";
import { eachDue, isNotPutOff } from "@/lib/jobs";
import { isOfActiveTenant } from "@/lib/tenants";
import { say } from "./say";
import { activeGreetings, lockThread } from "./thread";
import { readWorkspaces, type Workspace } from "./workspaces";

const BATCH = 100;
const WORK = "greetings.due";

const isPending = and(isNull(conversationGreetings.saidAt), isNull(conversationGreetings.droppedReason));

/** Says what has become due, if it is still true. Any number of engines do this at once. */
export async function sayDue(now: Date = new Date()): Promise<boolean> {
  const { tenantId, conversationId, kind, dueAt } = conversationGreetings;
  const due = await withSystem((tx) =>
    tx
      .select({
        tenantId,
        itemId: conversationId,
        kind,
      })
      .from(conversationGreetings)
      .where(
        and(isPending, lte(dueAt, now), isNotPutOff(WORK, tenantId, conversationId, now), isOfActiveTenant(tenantId)),
      )
      .orderBy(asc(dueAt))
      .limit(BATCH),
  );
  const workspaces = await readWorkspaces([...new Set(due.map(({ tenantId }) => tenantId))]);
  await eachDue(WORK, due, async ({ tenantId, itemId, kind }) => {
    const actor = systemActor(tenantId, "greetings");
    const workspace = workspaces.get(tenantId);
    const key = { conversationId: itemId, kind };
    if (workspace) await withTenant(actor, (tx) => sayOne(tx, actor, { key, workspace, now }));
  });
  return due.length === BATCH;
}

type Key = { conversationId: string; kind: GreetingKind };

async function sayOne(
  tx: Transaction,
  actor: Actor,
  { key, workspace, now }: { key: Key; workspace: Workspace; now: Date },
): Promise<void> {
  const thread = await lockThread(tx, actor, key.conversationId);
  const isRow = and(
    eq(conversationGreetings.tenantId, actor.tenantId),
    eq(conversationGreetings.conversationId, key.conversationId),
    eq(conversationGreetings.kind, key.kind),
    isPending,
  );
  // Under the lock: another engine may have been here.
  const [row] = await tx.select({ dueAt: conversationGreetings.dueAt }).from(conversationGreetings).where(isRow);
  if (!row || !thread) return;
  const change = (set: { dueAt: Date } | { droppedReason: string }) =>
    tx.update(conversationGreetings).set(set).where(isRow);
  const untrue = untrueBy(key.kind, thread);
  if (untrue) return void (await change({ droppedReason: untrue }));
  const hours = await hoursOf(tx, actor, thread);
  const active = await activeGreetings(tx, actor);
  // Somebody may have answered in between and the customer written again: silence counts from then.
  const since = (key.kind === "queue" ? thread.queuedSince : null) ?? thread.waitingSince ?? now;
  const greeting = chooseGreeting(active, key.kind, { ...thread, isOpen: isOpenAt(hours, now) });
  const at = greeting && dueAt(greeting, hours, since);
  if (at && at <= now) return say(tx, actor, { greeting, thread, hours, now, workspace });
  const next = plansFor(active, key.kind, { place: thread, hours, since }).find((plan) => plan.dueAt > now);
  await change(next ? { dueAt: next.dueAt } : { droppedReason: "none_fits" });
}

function untrueBy(kind: GreetingKind, { state, waitingSince }: { state: string; waitingSince: Date | null }) {
  if (!waitingSince) return "answered";
  if (kind === "queue") return state === "queued" ? null : "not_queued";
  return state === "queued" || state === "open" ? null : "not_open";
}
