import { afterAll, expect, test } from "vitest";
import { listTemplateSyncs, startTemplateSync, syncTemplates } from "@/lib/templates";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { control, eventually, registerChannel, startMeta } from "@/test/sending";
import { deleteTemplates, makeDue, setTemplate, syncDue, templateEvents, templatesIn } from "@/test/templates";
import { claimSyncs } from "./claim";
import { finishSync } from "./end-sync";
import { runSync } from "./run-sync";

const simulator = await startMeta();
afterAll(() => simulator.close());

async function makeAccount() {
  const tenant = await makeTenant({ channel: true });
  await registerChannel(simulator, tenant.channel);
  return tenant;
}

const names = async (tenant: { tenantId: string }) => (await templatesIn(tenant)).map(({ name }) => name);
const syncOf = async (tenant: Awaited<ReturnType<typeof makeAccount>>) =>
  (await listTemplateSyncs(tenant.agent)).items[0];
const fail = (wabaId: string, fault: string, times = 1) =>
  control(simulator, "faults", { match: { path: `${wabaId}/message_templates` }, times, fault });

test("a connected account's templates are read by themselves, with every state, category, language and component", async () => {
  const tenant = await makeAccount();
  await syncDue();
  const rows = await templatesIn(tenant);
  expect(rows).toHaveLength(20);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["APPROVED", "PAUSED", "REJECTED", "PENDING"]));
  expect(new Set(rows.map(({ category }) => category))).toEqual(new Set(["UTILITY", "MARKETING", "AUTHENTICATION"]));
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(["en_US", "en", "es", "pt_BR", "ar"]));
  const [carousel] = await ownerQuery<{ components: { type: string }[] }>(
    "select components from templates where tenant_id = $1 and name = 'new_arrivals'",
    [tenant.tenantId],
  );
  expect(carousel?.components.map(({ type }) => type)).toEqual(["BODY", "CAROUSEL"]);
  expect(await syncOf(tenant)).toMatchObject({ state: "done", seenCount: 20, failure: null });
});

test("a list of many pages is read to its end", async () => {
  const tenant = await makeAccount();
  await deleteTemplates(simulator, tenant.channel);
  for (let n = 0; n < 230; n += 1) await setTemplate(simulator, tenant.channel, { name: `t_${n}`, language: "en" });
  await syncDue();
  expect(new Set(await names(tenant)).size).toBe(230);
  expect(await syncOf(tenant)).toMatchObject({ seenCount: 230 });
});

test("reading the same list again changes nothing and announces nothing", async () => {
  const tenant = await makeAccount();
  await syncDue();
  const [before, events] = [await templatesIn(tenant), await templateEvents(tenant)];
  expect(events).toHaveLength(20);
  await makeDue(tenant);
  await syncDue();
  const comparable = (rows: object[]) =>
    rows.map((row) => ({ ...row, seen_in: 0, status_at: 0, category_at: 0, quality_at: 0 }));
  expect(comparable(await templatesIn(tenant))).toEqual(comparable(before));
  expect(await templateEvents(tenant)).toHaveLength(20);
});

test("what changed at Meta changes here, under the same id, and each change is announced once", async () => {
  const tenant = await makeAccount();
  await syncDue();
  const [before] = await templatesIn(tenant, "promo");
  await setTemplate(simulator, tenant.channel, { name: "promo", language: "en", status: "PAUSED", quality: "RED" });
  await makeDue(tenant);
  await syncDue();
  expect(await templatesIn(tenant, "promo")).toMatchObject([{ id: before?.id, status: "PAUSED", quality: "RED" }]);
  expect((await templateEvents(tenant)).slice(20)).toMatchObject([
    { name: "promo", change: "changed", status: "PAUSED", previousStatus: "APPROVED" },
  ]);
});

test("what Meta lists no more is kept and marked, and comes back when it is listed again", async () => {
  const tenant = await makeAccount();
  await setTemplate(simulator, tenant.channel, { name: "short_lived", language: "en" });
  await syncDue();
  await deleteTemplates(simulator, tenant.channel, "short_lived");
  await makeDue(tenant);
  await syncDue();
  const [removed] = await templatesIn(tenant, "short_lived");
  expect(removed?.removed_at).toBeInstanceOf(Date);
  expect((await templateEvents(tenant)).at(-1)).toMatchObject({ name: "short_lived", change: "removed" });
  await ownerQuery("update templates set removed_at = now() where tenant_id = $1 and name = 'promo'", [
    tenant.tenantId,
  ]);
  await makeDue(tenant);
  await syncDue();
  expect(await templatesIn(tenant, "promo")).toMatchObject([{ removed_at: null }]);
});

test("a page that fails marks nothing as gone, says why, and the list is read again later", async () => {
  const tenant = await makeAccount();
  await syncDue();
  await deleteTemplates(simulator, tenant.channel, "promo");
  await makeDue(tenant);
  await fail(tenant.channel.wabaId, "error:190");
  await syncDue();
  expect(await templatesIn(tenant, "promo")).toMatchObject([{ removed_at: null }]);
  const sync = await syncOf(tenant);
  expect(sync).toMatchObject({ state: "failed" });
  expect(sync?.failure?.title).toMatch(/token/i);
  expect(sync?.failure?.nextStep).toMatch(/\w/);
  expect(await claimSyncs(10)).toEqual([]);
  await makeDue(tenant);
  await syncDue();
  expect(await syncOf(tenant)).toMatchObject({ state: "done", failure: null });
  expect((await templatesIn(tenant, "promo"))[0]?.removed_at).not.toBeNull();
});

test("a list is read by one at a time, and one whose reader died is read again", async () => {
  const tenant = await makeAccount();
  const [lost] = (await claimSyncs(10)).filter(({ tenantId }) => tenantId === tenant.tenantId);
  expect(lost).toBeDefined();
  expect((await claimSyncs(10)).filter(({ tenantId }) => tenantId === tenant.tenantId)).toEqual([]);
  await ownerQuery("update template_syncs set leased_until = now() - interval '1 second' where tenant_id = $1", [
    tenant.tenantId,
  ]);
  await syncDue();
  expect(await templatesIn(tenant)).toHaveLength(20);
  // The one that was given up as lost comes back: it has nothing to say any more.
  await deleteTemplates(simulator, tenant.channel);
  if (lost) await runSync(lost);
  if (lost) await finishSync(lost);
  expect((await templatesIn(tenant)).filter(({ removed_at }) => removed_at !== null)).toEqual([]);
});

test("the button has the list read now, and says how far it is", async () => {
  const tenant = await makeAccount();
  await syncDue();
  await setTemplate(simulator, tenant.channel, { name: "brand_new", language: "en" });
  const loop = startTemplateSync();
  const { items } = await syncTemplates(tenant.agent, { channelId: tenant.channel.id });
  expect(items).toMatchObject([{ wabaId: tenant.channel.wabaId, state: "waiting" }]);
  await eventually(() => names(tenant)).toContain("brand_new");
  await eventually(async () => (await syncOf(tenant))?.state).toBe("done");
  await loop.stop();
});

test("a workspace without a number, and another's number, are told so", async () => {
  const [tenant, other] = [await makeTenant(), await makeAccount()];
  await expect(syncTemplates(tenant.owner, {})).rejects.toMatchObject({ code: "no_channel_connected" });
  const theirs = { channelId: other.channel.id };
  await expect(syncTemplates(tenant.owner, theirs)).rejects.toMatchObject({ kind: "not_found" });
});

test("a number that was disconnected is asked for nothing", async () => {
  const tenant = await makeAccount();
  await ownerQuery("update channels set state = 'disconnected', token_sealed = null where tenant_id = $1", [
    tenant.tenantId,
  ]);
  await syncDue();
  expect(await templatesIn(tenant)).toEqual([]);
});
