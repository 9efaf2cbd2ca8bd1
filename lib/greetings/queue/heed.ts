import { and, eq } from "drizzle-orm";
import { greetings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type RecordedEvent, tenantsWith } from "@/lib/events";
import { chooseGreeting } from "@/lib/greetings/rules/choose";
import { plansFor } from "@/lib/greetings/rules/due-at";
import { momentOf } from "@/lib/greetings/rules/moment";
import { hoursOf, isOpenAt } from "@/lib/hours";
import { eachAlone } from "@/lib/jobs";
import { isOfActiveTenant } from "@/lib/tenants";
import { MINUTE } from "@/lib/time";
import { kindsSaid, planGreeting, say } from "./say";
import { type ActiveGreeting, activeGreetings, hasLastWord, lockThread } from "./thread";
import { readWorkspaces, type Workspace } from "./workspaces";

export type Heard = Pick<RecordedEvent, "tenantId" | "type" | "at" | "conversationId" | "payload">;

/** A greeting later than this is an answer to nothing: what happened while nothing ran is passed over. */
const STALE_MS = 10 * MINUTE;

/** Greets where events call for it. Each may come twice; what is said is said once. */
export async function heedEvents(
  events: Heard[],
  now: () => Date = () => new Date(),
  lost?: AbortSignal,
): Promise<void> {
  const byTenant = Map.groupBy(events, (event) => event.tenantId);
  const isOn = and(eq(greetings.isActive, true), isOfActiveTenant(greetings.tenantId));
  for (const tenantId of await tenantsWith(greetings, byTenant.keys(), isOn)) {
    const ofTenant = byTenant.get(tenantId) ?? [];
    const actor = systemActor(tenantId, "greetings");
    const active = await withTenant(actor, (tx) => activeGreetings(tx, actor));
    const workspace = (await readWorkspaces([tenantId])).get(tenantId);
    if (!workspace) continue;
    const greet = (event: Heard) =>
      withTenant(actor, (tx) => heed(tx, actor, { event, active, workspace, now: now() }));
    await eachAlone("A greeting", ofTenant, greet, lost);
  }
}

type Scene = { event: Heard; active: ActiveGreeting[]; workspace: Workspace; now: Date };

async function heed(tx: Transaction, actor: Actor, { event, active, workspace, now }: Scene): Promise<void> {
  if (!event.conversationId) return;
  const possible = momentOf(event, false);
  if (![...possible.atOnce, ...possible.later].some((kind) => active.some((each) => each.kind === kind))) return;
  const thread = await lockThread(tx, actor, event.conversationId);
  // Nobody waits for an answer: somebody has given one, another responder has the thread, or it is spam.
  if (!thread?.waitingSince || (thread.state !== "queued" && thread.state !== "open")) return;
  const hours = await hoursOf(tx, actor, thread);
  const isOpen = isOpenAt(hours, now);
  const { atOnce, later } = momentOf(event, isOpen);
  const occasion = { ...thread, isOpen };
  for (const kind of later) {
    const [plan] = plansFor(active, kind, { place: thread, hours, since: new Date(event.at) });
    if (plan) await planGreeting(tx, actor, { conversationId: thread.id, ...plan });
  }
  const isStale = now.getTime() - Date.parse(event.at) > STALE_MS;
  if (atOnce.length === 0 || isStale || !(await hasLastWord(tx, actor, thread.id))) return;
  const said = await kindsSaid(tx, actor, thread.id);
  for (const kind of atOnce.filter((each) => !said.includes(each))) {
    const greeting = chooseGreeting(active, kind, occasion);
    if (greeting) return say(tx, actor, { greeting, thread, hours, now, workspace });
  }
}
