import { expect, test } from "vitest";
import { visibilities } from "@/lib/auth/types";
import { labelConversation, listConversations, maySee } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import type { ConversationFilter } from "@/lib/conversations/types";
import { createLabel } from "@/lib/labels";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { countViews, createView, deleteView, editView, listViews } from "./index";

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

test("one's own view is seen by oneself alone, a shared one by everybody", async () => {
  const tenant = await makeTenant();
  const own = await createView(tenant.agent, { name: "Own", isShared: false, filter: { view: "mine" } });
  const shared = await createView(tenant.manager, { name: "Shared", isShared: true, filter: { view: "all" } });
  expect((await listViews(tenant.agent)).items).toEqual([own, shared]);
  expect((await listViews(tenant.owner)).items).toEqual([shared]);
  for (const touch of [
    editView(tenant.owner, { viewId: own.id, name: "Mine now" }),
    deleteView(tenant.owner, { viewId: own.id }),
  ]) {
    await expect(touch).rejects.toMatchObject({ code: "view_not_found" });
  }
});

test("an agent neither shares a view nor changes a shared one", async () => {
  const tenant = await makeTenant();
  const own = await createView(tenant.agent, { name: "Own", isShared: false, filter: { view: "mine" } });
  const shared = await createView(tenant.manager, { name: "Shared", isShared: true, filter: { view: "all" } });
  const forbidden = { kind: "forbidden" };
  await expect(createView(tenant.agent, { name: "X", isShared: true, filter: { view: "all" } })).rejects.toMatchObject(
    forbidden,
  );
  await expect(editView(tenant.agent, { viewId: own.id, isShared: true })).rejects.toMatchObject(forbidden);
  await expect(editView(tenant.agent, { viewId: shared.id, isShared: false })).rejects.toMatchObject(forbidden);
  await expect(deleteView(tenant.agent, { viewId: shared.id })).rejects.toMatchObject(forbidden);
  expect((await listViews(tenant.agent)).items).toEqual([own, shared]);
});

test("a change is told to the member alone whose view it is, and to everybody when it is shared", async () => {
  const tenant = await makeTenant();
  const { id } = await createView(tenant.manager, { name: "Late", isShared: false, filter: { view: "all" } });
  await editView(tenant.manager, { viewId: id, isShared: true });
  await deleteView(tenant.manager, { viewId: id });
  const told = await ownerQuery(
    "select member_id as who from events where type = 'view.changed' and tenant_id = $1 order by seq",
    [tenant.tenantId],
  );
  expect(told).toEqual([{ who: tenant.manager.id }, { who: null }, { who: null }, { who: null }]);
});

test("each filter holds its own, and its count is the length of its list", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales] = tenant.departments;
  const { id: labelId } = await createLabel(tenant.owner, { name: "VIP", colour: "red" });
  const one = await makeConversation(tenant, {
    assigneeId: tenant.agent.id,
    departmentId: sales.id,
    lastActivityAt: ago(90),
  });
  const two = await makeConversation(tenant, { lastActivityAt: ago(5) });
  const three = await makeConversation(tenant, {
    state: "resolved",
    lastActivityAt: ago(30),
    windowOpenedAt: ago(3_000),
  });
  await labelConversation(tenant.owner, { conversationId: one.id, add: [labelId], remove: [] });
  await ownerQuery("update conversations set priority = 'high', unread_count = 0 where id = $1", [two.id]);
  await ownerQuery("update contacts set language = 'pt-BR' where id = $1", [one.contactId]);
  await ownerQuery("update service_windows set opened_at = now() - interval '25 hours' where contact_id = $1", [
    two.contactId,
  ]);
  const names = new Map([
    [one.id, 1],
    [two.id, 2],
    [three.id, 3],
  ]);
  const table: [Omit<ConversationFilter, "view"> & { view?: ConversationFilter["view"] }, number[]][] = [
    [{ sort: "newest" }, [2, 1]],
    [{ sort: "oldest" }, [1, 2]],
    [{ sort: "waiting" }, [1, 2]],
    [{ departmentId: sales.id }, [1]],
    [{ channelId: tenant.channel.id, view: "resolved" }, [3]],
    [{ assigneeId: "me" }, [1]],
    [{ assigneeId: "none" }, [2]],
    [{ assigneeId: tenant.agent.id }, [1]],
    [{ labelId }, [1]],
    [{ priority: "high" }, [2]],
    [{ state: "resolved" }, [3]],
    [{ window: "open" }, [1]],
    [{ window: "closed" }, [2]],
    [{ waitingMinutes: 60 }, [1]],
    [{ waitingMinutes: 100 }, []],
    [{ unread: "yes" }, [1]],
    [{ unread: "no" }, [2]],
    [{ language: "pt" }, [1]],
    [{ language: "pt-BR" }, [1]],
    [{ language: "es" }, []],
  ];
  for (const [filter, expected] of table) {
    const asked = ListConversations.input.parse(filter);
    const { items } = await listConversations(tenant.agent, asked);
    expect([filter, items.map(({ id }) => names.get(id))]).toEqual([filter, expected]);
    const view = await createView(tenant.agent, { name: "Count", isShared: false, filter: { view: "all", ...filter } });
    expect((await countViews(tenant.agent)).items).toEqual([{ id: view.id, count: expected.length }]);
    await deleteView(tenant.agent, { viewId: view.id });
  }
});

test("pages of each order follow one another without a gap or a repeat", async () => {
  const tenant = await makeTenant({ channel: true });
  for (let at = 0; at < 7; at += 1) await makeConversation(tenant, { lastActivityAt: ago(Math.floor(at / 2) + 1) });
  await ownerQuery(
    "update conversations set waiting_since = null where id in (select id from conversations where tenant_id = $1 limit 3)",
    [tenant.tenantId],
  );
  for (const sort of ["newest", "oldest", "waiting"] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(tenant.owner, ListConversations.input.parse({ sort, limit: 2, cursor }));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([sort, new Set(seen).size, seen.length]).toEqual([sort, 7, 7]);
  }
});

test("a shared view shows and counts for everybody only what the visibility rule shows them", async () => {
  const tenant = await makeTenant({ channel: true });
  const [own, other] = tenant.departments;
  const places = [own.id, other.id, null].flatMap((departmentId) =>
    [tenant.agent.id, tenant.agent2.id, null].map((assigneeId) => ({
      departmentId,
      assigneeId,
      state: assigneeId ? ("open" as const) : ("queued" as const),
    })),
  );
  for (const place of places) await makeConversation(tenant, place);
  await createView(tenant.owner, { name: "All", isShared: true, filter: { view: "all", window: "open" } });
  for (const visibility of visibilities) {
    const asker = { ...tenant.agent, visibility };
    const [view] = (await countViews(asker)).items;
    expect(view?.count, visibility).toBe(places.filter((place) => maySee(asker, place)).length);
  }
});
