import { expect, test } from "vitest";
import { roles, visibilities } from "@/lib/auth/types";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant } from "@/test/factories";
import { countConversations, listConversations } from "./index";
import { placeByPriority } from "./priority-place";
import { ListConversations } from "./schemas";
import type { ConversationState, ConversationSummary } from "./types";
import { maySee } from "./visibility";

const asked = (filters: Record<string, unknown> = {}) => ListConversations.input.parse(filters);
const MINUTE = 60_000;

test("pages follow one another without a gap or a repeat, the most recently active first", async () => {
  const tenant = await makeTenant({ channel: true });
  const moment = Date.now() - 60 * MINUTE;
  const made: string[] = [];
  for (let at = 0; at < 7; at += 1) {
    // Two at the same moment: the id decides.
    const lastActivityAt = new Date(moment - Math.floor(at / 2) * MINUTE);
    made.push((await makeConversation(tenant, { lastActivityAt })).id);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(tenant.owner, asked({ limit: 3, cursor }));
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(7);
  expect([...seen].sort()).toEqual([...made].sort());
});

test("by priority, the most urgent come first and in each who waits longest, over pages as in the console", async () => {
  const tenant = await makeTenant({ channel: true });
  const minutesAgo = (minutes: number | null) => (minutes === null ? null : new Date(Date.now() - minutes * MINUTE));
  const wanted = [
    ["urgent", 5],
    ["urgent", null],
    ["high", 60],
    ["high", 1],
    ["normal", 600_000],
    ["normal", null],
    ["low", 30],
  ] as const;
  const made = await Promise.all(
    wanted.toReversed().map(async ([priority, minutes]) => {
      const { id } = await makeConversation(tenant);
      await ownerQuery("update conversations set priority = $2, waiting_since = $3 where id = $1", [
        id,
        priority,
        minutesAgo(minutes),
      ]);
      return id;
    }),
  );
  const seen: ConversationSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(tenant.owner, asked({ limit: 2, cursor, sort: "priority" }));
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.map(({ id }) => id)).toEqual(made.toReversed());
  const places = seen.map(({ priority, waitingSince }) => placeByPriority(priority, waitingSince));
  expect(places).toEqual(places.toSorted());
});

test("each view holds its own", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales] = tenant.departments;
  const mine = await makeConversation(tenant, { assigneeId: tenant.agent.id, departmentId: sales.id });
  const queued = await makeConversation(tenant, { departmentId: sales.id });
  const resolved = await makeConversation(tenant, { state: "resolved" });
  const ids = async (filters: Record<string, unknown>) =>
    (await listConversations(tenant.agent, asked(filters))).items.map(({ id }) => id).sort();
  expect(await ids({ view: "mine" })).toEqual([mine.id]);
  expect(await ids({ view: "unassigned" })).toEqual([queued.id]);
  expect(await ids({ view: "department", departmentId: sales.id })).toEqual([mine.id, queued.id].sort());
  expect(await ids({ view: "all" })).toEqual([mine.id, queued.id].sort());
  expect(await ids({ view: "resolved" })).toEqual([resolved.id]);
  expect(await ids({ contactId: resolved.contactId })).toEqual([resolved.id]);
});

test("a card says who it is, what was last said and until when anything may be sent", async () => {
  const tenant = await makeTenant({ channel: true });
  const windowOpenedAt = new Date(Date.now() - 10 * MINUTE);
  const { id, phone } = await makeConversation(tenant, { text: "Hello there", windowOpenedAt });
  const { items } = await listConversations(tenant.owner, asked());
  expect(items).toEqual([
    expect.objectContaining({
      id,
      contact: expect.objectContaining({ name: "Casey", phone }),
      lastMessage: expect.objectContaining({ text: "Hello there", direction: "in", status: "received" }),
      windowClosesAt: new Date(windowOpenedAt.getTime() + (24 * 60 - 1) * MINUTE).toISOString(),
    }),
  ]);
});

test("lists and counts show an agent only what the visibility rule shows", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [support.id] });
  const visible = await makeConversation(tenant, { departmentId: sales.id });
  await makeConversation(tenant, { departmentId: support.id });
  await makeConversation(tenant, { departmentId: support.id, assigneeId: colleague.id });
  const { items } = await listConversations(tenant.agent, asked());
  expect(items.map(({ id }) => id)).toEqual([visible.id]);
  expect(await countConversations(tenant.agent)).toEqual({
    mine: 0,
    mineWaiting: 0,
    unassigned: 1,
    all: 1,
    snoozed: 0,
    mentions: 0,
    departments: [{ id: sales.id, name: "Sales", count: 1, unassigned: 1 }],
  });
  expect(await countConversations(tenant.owner)).toMatchObject({ all: 3, unassigned: 2 });
});

test("lists, counts and filters show every role with every scope just what the visibility rule shows", async () => {
  const tenant = await makeTenant({ channel: true });
  const [own, other] = tenant.departments;
  const me = tenant.agent;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [own.id] });
  const made: { id: string; departmentId: string | null; assigneeId: string | null; state: ConversationState }[] = [];
  for (const departmentId of [own.id, other.id, null]) {
    for (const assigneeId of [me.id, colleague.id, null]) {
      for (const state of [assigneeId ? "open" : "queued", "snoozed", "resolved"] as const) {
        const place = { departmentId, assigneeId, state };
        made.push({ id: (await makeConversation(tenant, place)).id, ...place });
      }
    }
  }
  for (const role of roles) {
    for (const visibility of visibilities) {
      const asker = { ...me, role, visibility };
      const cell = `${role}, ${visibility}`;
      const seen = made.filter((each) => maySee(asker, each));
      const awake = seen.filter(({ state }) => state === "open" || state === "queued");
      const idsIn = async (filter: Record<string, unknown>) =>
        (await listConversations(asker, asked({ limit: 100, ...filter }))).items.map(({ id }) => id).toSorted();
      const idsOf = (rows: typeof seen) => rows.map(({ id }) => id).toSorted();
      const ofState = (state: ConversationState) => seen.filter((each) => each.state === state);
      const mine = awake.filter(({ assigneeId }) => assigneeId === me.id);
      expect(await idsIn({ view: "all" }), cell).toEqual(idsOf(awake));
      expect(await idsIn({ view: "mine" }), cell).toEqual(idsOf(mine));
      expect(await idsIn({ view: "unassigned" }), cell).toEqual(idsOf(ofState("queued")));
      expect(await idsIn({ view: "snoozed" }), cell).toEqual(idsOf(ofState("snoozed")));
      expect(await idsIn({ view: "resolved" }), cell).toEqual(idsOf(ofState("resolved")));
      expect(await countConversations(asker), cell).toMatchObject({
        all: awake.length,
        mine: mine.length,
        unassigned: ofState("queued").length,
        snoozed: ofState("snoozed").length,
      });
      for (const { id, name } of [own, other]) {
        const inIt = awake.filter(({ departmentId }) => departmentId === id);
        expect(await idsIn({ view: "department", departmentId: id }), `${cell}, ${name}`).toEqual(idsOf(inIt));
        const counted = (await countConversations(asker)).departments.find((each) => each.id === id);
        // A department that is not one's own is not named, though somebody may have given one work of it.
        if (counted) expect(counted, `${cell}, ${name}`).toMatchObject({ count: inIt.length });
        else expect(visibility !== "all" && id === other.id, `${cell}, ${name}`).toBe(true);
      }
    }
  }
});

test("who waits for an answer is counted among what is mine, and nobody else's", async () => {
  const tenant = await makeTenant({ channel: true });
  const mine = { assigneeId: tenant.agent.id, state: "open" as const };
  const [waits, answered, asleep, theirs] = [
    await makeConversation(tenant, mine),
    await makeConversation(tenant, mine),
    await makeConversation(tenant, { ...mine, state: "snoozed" }),
    await makeConversation(tenant, { ...mine, assigneeId: tenant.agent2.id }),
  ];
  const since = (ids: string[], at: string | null) =>
    ownerQuery("update conversations set waiting_since = $2 where id = any($1::uuid[])", [ids, at]);
  await since([answered.id], null);
  await since([waits.id, asleep.id, theirs.id], new Date().toISOString());
  expect(await countConversations(tenant.agent)).toMatchObject({ mine: 2, mineWaiting: 1 });
  expect(await countConversations(tenant.owner)).toMatchObject({ mine: 0, mineWaiting: 0 });
});

test("a cursor that is not ours is refused in words", async () => {
  const tenant = await makeTenant({ channel: true });
  for (const cursor of ["x", "W10", Buffer.from('["2020","; drop"]').toString("base64url")]) {
    await expect(listConversations(tenant.owner, asked({ cursor }))).rejects.toMatchObject({ code: "invalid_cursor" });
  }
});
