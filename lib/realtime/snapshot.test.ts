import { expect, it } from "vitest";
import { type Actor, visibilities } from "@/lib/auth";
import { assignConversation, listConversations, reopenConversation, resolveConversation } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { DomainError } from "@/lib/errors";
import { makeConversation } from "@/test/conversations";
import { untilSettled } from "@/test/event-log";
import { makeMember, makeTenant } from "@/test/factories";
import { listEvents } from "./index";

const STEPS = 30;

type Snapshot = Map<string, ConversationSummary>;

async function snapshotOf(actor: Actor): Promise<Snapshot> {
  const views = ["all", "resolved"] as const;
  const pages = await Promise.all(views.map((view) => listConversations(actor, { view, limit: 100 })));
  return new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}

/** What a client does: keep what nothing was said of, drop what was hidden, ask again for what was named. */
async function catchUp(actor: Actor, before: Snapshot, after: string): Promise<Snapshot> {
  const fresh = await snapshotOf(actor);
  const kept = new Map(before);
  let cursor = after;
  for (;;) {
    const page = await listEvents(actor, { after: cursor, limit: 50 });
    for (const { type, conversationId } of page.items) {
      if (conversationId === null) continue;
      const now = type === "conversation.hidden" ? undefined : fresh.get(conversationId);
      if (now) kept.set(conversationId, now);
      else kept.delete(conversationId);
    }
    cursor = page.nextCursor;
    if (!page.more) return kept;
  }
}

/** The same numbers each time, so that a failure can be looked into. */
function dice(seed: number) {
  let state = seed;
  return <T>(faces: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return faces[Math.floor((state / 2_147_483_648) * faces.length)] as T;
  };
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "a snapshot and the events after it make a fresh snapshot, for everybody (%i)",
  async (seed) => {
    const tenant = await makeTenant({ channel: true });
    const [sales, support] = tenant.departments;
    const watchers = await Promise.all(
      visibilities.map(async (visibility) => {
        const member = await makeMember(tenant, { role: "agent", departmentIds: [sales.id] });
        return { ...member, visibility };
      }),
    );
    const conversations = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        makeConversation(tenant, { departmentId: [sales.id, support.id, null][at % 3] ?? null }),
      ),
    );
    const before = await Promise.all(watchers.map(snapshotOf));
    const { nextCursor } = await listEvents(tenant.owner, { limit: 1 });

    const roll = dice(seed);
    const people = [tenant.agent, tenant.agent2, ...watchers].map(({ id }) => id);
    for (let step = 0; step < STEPS; step += 1) {
      const conversationId = roll(conversations).id;
      const assign = () =>
        assignConversation(tenant.manager, {
          conversationId,
          assigneeId: roll([...people, null]),
          departmentId: roll([sales.id, support.id, null, undefined]),
        });
      const act = roll([
        assign,
        assign,
        assign,
        () => resolveConversation(tenant.manager, { conversationId }),
        () => reopenConversation(tenant.manager, { conversationId }),
      ]);
      await act().catch((error) => {
        if (!(error instanceof DomainError)) throw error;
      });
    }

    await untilSettled();
    for (const [at, watcher] of watchers.entries()) {
      const caughtUp = await catchUp(watcher, before[at] ?? new Map(), nextCursor);
      const fresh = await snapshotOf(watcher);
      expect(Object.fromEntries(caughtUp), watcher.visibility).toEqual(Object.fromEntries(fresh));
    }
  },
);

it("a conversation that a colleague reopens leaves the sight of whom it was resolved by", async () => {
  const tenant = await makeTenant({ channel: true });
  const member = await makeMember(tenant, { role: "agent" });
  const watcher = { ...member, visibility: "own" as const };
  const { id } = await makeConversation(tenant, { assigneeId: watcher.id });
  await resolveConversation(watcher, { conversationId: id });
  const before = await snapshotOf(watcher);
  expect([...before.keys()]).toEqual([id]);
  const { nextCursor } = await listEvents(watcher, { limit: 1 });
  await reopenConversation(tenant.manager, { conversationId: id });
  await untilSettled();
  expect(await catchUp(watcher, before, nextCursor)).toEqual(new Map());
});
