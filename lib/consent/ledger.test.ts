import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { eventsOf, makeCustomer } from "@/test/sending";
import { appendConsents, listConsents, recordConsent, withdrawConsent } from "./index";

const page = { limit: 50 };

async function makeScene() {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeCustomer(tenant, tenant.channel);
  const present = async () => {
    const { items } = await listConsents(tenant.agent, { contactId, ...page });
    return Object.fromEntries(items.filter(({ isPresent }) => isPresent).map(({ purpose, state }) => [purpose, state]));
  };
  return { tenant, contactId, present };
}

test("an agent records consent with its proof, and every entry says by whom, when, how and why", async () => {
  const { tenant, contactId, present } = await makeScene();
  const recorded = await recordConsent(tenant.agent, {
    contactId,
    purpose: "marketing",
    source: "on_paper",
    evidence: "Card signed at the fair, box 12",
    link: "https://files.example/card-12",
    at: "2026-11-01T10:00:00Z",
  });
  expect(recorded).toMatchObject({
    purpose: "marketing",
    state: "granted",
    source: "on_paper",
    at: "2026-11-01T10:00:00.000Z",
    isPresent: true,
    actor: { kind: "member", name: "agent" },
    evidence: { text: "Card signed at the fair, box 12", link: "https://files.example/card-12", wamid: null },
  });
  expect(Date.now() - Date.parse(recorded.recordedAt)).toBeLessThan(60_000);
  expect(await present()).toEqual({ marketing: "granted" });
  expect(await eventsOf(tenant)).toContain("consent.changed");
});

test("the newest entry of each purpose by its own time holds, and every entry stays", async () => {
  const { tenant, contactId, present } = await makeScene();
  const how = { contactId, source: "phone_call" as const, evidence: "Call" };
  await recordConsent(tenant.agent, { ...how, purpose: "marketing", at: "2026-11-01T10:00:00Z" });
  await withdrawConsent(tenant.agent, { ...how, purpose: "marketing", at: "2026-11-03T10:00:00Z" });
  await recordConsent(tenant.agent, { ...how, purpose: "ai", at: "2026-11-01T10:00:00Z" });
  const late = await recordConsent(tenant.agent, { ...how, purpose: "marketing", at: "2026-11-02T10:00:00Z" });
  expect(late.isPresent).toBe(false);
  expect(await present()).toEqual({ marketing: "withdrawn", ai: "granted" });
  expect((await listConsents(tenant.agent, { contactId, ...page })).items).toHaveLength(4);
});

test("of entries with one and the same time the one recorded last holds: a slip is put right", async () => {
  const { tenant, contactId, present } = await makeScene();
  const how = {
    contactId,
    purpose: "marketing",
    source: "on_paper",
    evidence: "Card",
    at: "2026-11-01T00:00:00Z",
  } as const;
  await recordConsent(tenant.agent, how);
  await withdrawConsent(tenant.agent, how);
  expect(await present()).toEqual({ marketing: "withdrawn" });
  await recordConsent(tenant.agent, how);
  expect(await present()).toEqual({ marketing: "granted" });
});

test("an event says whether what holds has changed: a second withdrawal is one more proof and no more", async () => {
  const { tenant, contactId } = await makeScene();
  const how = { contactId, purpose: "marketing", source: "email", evidence: "Mail" } as const;
  const on = (day: string) => ({ ...how, at: `2026-11-${day}T10:00:00Z` });
  await withdrawConsent(tenant.agent, on("02"));
  await withdrawConsent(tenant.agent, on("03"));
  await recordConsent(tenant.agent, on("01"));
  await recordConsent(tenant.agent, on("04"));
  const events = await ownerQuery<{ changes: boolean }>(
    `select (payload -> 'changes')::bool as changes from events
     where tenant_id = $1 and type = 'consent.changed' order by seq`,
    [tenant.tenantId],
  );
  expect(events.map(({ changes }) => changes)).toEqual([true, false, false, true]);
});

test("after a withdrawal consent takes a time: without one it is refused, and an older one changes nothing", async () => {
  const { tenant, contactId, present } = await makeScene();
  const how = { contactId, purpose: "marketing", source: "email", evidence: "Mail" } as const;
  await recordConsent(tenant.agent, how);
  await recordConsent(tenant.agent, how);
  const [said] = await withTenant(tenant, (tx) =>
    appendConsents(tx, tenant.agent, [
      { contactId, purpose: "marketing", state: "withdrawn", source: "stop_word", evidence: {}, at: new Date() },
    ]),
  );
  const stopAt = said?.at ?? new Date();
  const refused = { code: "consent_after_withdrawal", fields: [{ path: "at" }] };
  await expect(recordConsent(tenant.agent, how)).rejects.toMatchObject(refused);
  await expect(recordConsent(tenant.agent, { ...how, at: stopAt.toISOString() })).rejects.toMatchObject(refused);
  const before = new Date(stopAt.getTime() - 60_000).toISOString();
  expect(await recordConsent(tenant.agent, { ...how, at: before })).toMatchObject({ isPresent: false });
  expect(await present()).toEqual({ marketing: "withdrawn" });
  const after = new Date(stopAt.getTime() + 1).toISOString();
  await recordConsent(tenant.agent, { ...how, at: after });
  expect(await present()).toEqual({ marketing: "granted" });
});

test("what is to be said in the future is refused", async () => {
  const { tenant, contactId } = await makeScene();
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const recorded = recordConsent(tenant.agent, { contactId, purpose: "ai", source: "email", evidence: "Mail", at });
  await expect(recorded).rejects.toMatchObject({ kind: "invalid", fields: [{ path: "at" }] });
});

test("nothing in the ledger can be changed, not even by the software", async () => {
  const { tenant, contactId } = await makeScene();
  await recordConsent(tenant.agent, { contactId, purpose: "ai", source: "email", evidence: "Mail" });
  const changed = withTenant(tenant, (tx) => tx.$client.query("update consents set state = 'withdrawn'"));
  await expect(changed).rejects.toMatchObject({ code: "42501" });
});

test("the history goes by pages, the newest first", async () => {
  const { tenant, contactId } = await makeScene();
  for (const day of [1, 3, 2]) {
    const at = `2026-11-0${day}T10:00:00Z`;
    await recordConsent(tenant.agent, {
      contactId,
      purpose: "analytics",
      source: "email",
      evidence: `Mail ${day}`,
      at,
    });
  }
  const first = await listConsents(tenant.agent, { contactId, limit: 2 });
  const rest = await listConsents(tenant.agent, { contactId, limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map(({ evidence }) => evidence.text)).toEqual(["Mail 3", "Mail 2", "Mail 1"]);
  expect(rest.nextCursor).toBeNull();
});

test("another tenant's contact can be neither recorded for nor read", async () => {
  const { contactId } = await makeScene();
  const stranger = await makeTenant();
  const how = { contactId, purpose: "marketing", source: "email", evidence: "Mail" } as const;
  await expect(recordConsent(stranger.owner, how)).rejects.toMatchObject({ kind: "not_found" });
  await expect(withdrawConsent(stranger.owner, how)).rejects.toMatchObject({ kind: "not_found" });
  await expect(listConsents(stranger.owner, { contactId, ...page })).rejects.toMatchObject({ kind: "not_found" });
});

test("a restoring word without a withdrawal before it writes nothing, and the same word twice is one entry", async () => {
  const { tenant, contactId } = await makeScene();
  const word = (state: "granted" | "withdrawn", at: string) => ({
    contactId,
    purpose: "marketing" as const,
    state,
    source: state === "granted" ? "start_word" : "stop_word",
    evidence: {},
    at: new Date(at),
    once: true,
    restores: state === "granted",
  });
  const append = (...list: ReturnType<typeof word>[]) =>
    withTenant(tenant, (tx) => appendConsents(tx, tenant.agent, list));
  expect(await append(word("granted", "2026-11-01T10:00:00Z"))).toEqual([]);
  expect(await append(word("withdrawn", "2026-11-02T10:00:00Z"))).toMatchObject([{ isPresent: true }]);
  expect(await append(word("withdrawn", "2026-11-02T10:00:00Z"))).toEqual([]);
  expect(
    await append(word("granted", "2026-11-03T10:00:00Z"), word("withdrawn", "2026-11-04T10:00:00Z")),
  ).toMatchObject([
    { state: "granted", isPresent: false },
    { state: "withdrawn", isPresent: true },
  ]);
  expect(await ownerQuery("select from consents where contact_id = $1", [contactId])).toHaveLength(3);
});
