import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestChannel } from "@/test/factories";
import { registerChannel, startMeta } from "@/test/sending";
import { makeDue, setTemplate, syncDue, templateEvents, templatesIn } from "@/test/templates";
import { deliver, ingestAll, itemsOf } from "@/test/webhooks";
import { claimSyncs } from "./queue/claim";

const simulator = await startMeta();
afterAll(() => simulator.close());

async function makeAccount() {
  const tenant = await makeTenant({ channel: true });
  await registerChannel(simulator, tenant.channel);
  await syncDue();
  return tenant;
}

type Change = { field: string; value: Record<string, unknown>; at: number };

const about = { message_template_name: "promo", message_template_language: "en" };
const status = (event: string, at: number, more: object = {}): Change => ({
  field: "message_template_status_update",
  value: { event, ...about, reason: "NONE", ...more },
  at,
});
const quality = (score: string, at: number): Change => ({
  field: "message_template_quality_update",
  value: { previous_quality_score: "GREEN", new_quality_score: score, ...about },
  at,
});
const category = (name: string, at: number): Change => ({
  field: "template_category_update",
  value: { ...about, previous_category: "MARKETING", new_category: name },
  at,
});

async function tell(channel: TestChannel, changes: Change[]): Promise<void> {
  for (const { at, ...change } of changes) {
    const entry = [{ id: channel.wabaId, time: at, changes: [change] }];
    expect(await deliver(channel, { object: "whatsapp_business_account", entry })).toBe(200);
  }
  await ingestAll();
}

const nowSeconds = () => Math.floor(Date.now() / 1_000);
const promoOf = async (tenant: { tenantId: string }) => (await templatesIn(tenant, "promo"))[0];

test("a paused template is paused here at once, with Meta's words, and can be sent again when Meta says so", async () => {
  const tenant = await makeAccount();
  const now = nowSeconds();
  const description = "The template rests for three hours.";
  await tell(tenant.channel, [status("PAUSED", now, { other_info: { title: "FIRST_PAUSE", description } })]);
  expect(await promoOf(tenant)).toMatchObject({ status: "PAUSED", status_note: description });
  expect((await templateEvents(tenant)).at(-1)).toMatchObject({ name: "promo", change: "status", status: "PAUSED" });
  expect(await itemsOf(tenant.tenantId)).toMatchObject([{ kind: "template", outcome: "applied" }]);
  await tell(tenant.channel, [status("REINSTATED", now + 5)]);
  expect(await promoOf(tenant)).toMatchObject({ status: "APPROVED" });
});

test("a rejection keeps its reason; a deletion marks the row as gone", async () => {
  const tenant = await makeAccount();
  const now = nowSeconds();
  await tell(tenant.channel, [status("REJECTED", now, { reason: "PROMOTIONAL" })]);
  expect(await promoOf(tenant)).toMatchObject({ status: "REJECTED", rejected_reason: "PROMOTIONAL" });
  await tell(tenant.channel, [status("DELETED", now + 1)]);
  expect((await promoOf(tenant))?.removed_at).toBeInstanceOf(Date);
});

test("quality and category take effect; a category that is announced waits for its day", async () => {
  const tenant = await makeAccount();
  const now = nowSeconds();
  await tell(tenant.channel, [quality("YELLOW", now), category("UTILITY", now)]);
  expect(await promoOf(tenant)).toMatchObject({
    quality: "YELLOW",
    category: "UTILITY",
    previous_category: "MARKETING",
  });
  const value = {
    ...about,
    new_category: "UTILITY",
    correct_category: "MARKETING",
    category_update_timestamp: now + 86_400,
  };
  await tell(tenant.channel, [{ field: "template_category_update", value, at: now + 1 }]);
  expect(await promoOf(tenant)).toMatchObject({
    category: "UTILITY",
    next_category: "MARKETING",
    next_category_at: new Date((now + 86_400) * 1_000),
  });
});

test("any order, and any repetition, of the same news ends in the same state", async () => {
  const now = nowSeconds();
  const news = [
    status("PAUSED", now + 1),
    status("REINSTATED", now + 2),
    status("DISABLED", now + 3),
    status("APPROVED", now + 3),
    quality("YELLOW", now + 1),
    quality("RED", now + 2),
    category("UTILITY", now + 1),
    category("MARKETING", now + 2),
  ];
  const expected = { status: "DISABLED", quality: "RED", category: "MARKETING" };
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(news, { minLength: news.length }),
      fc.array(fc.nat(news.length - 1)),
      async (order, again) => {
        const tenant = await makeAccount();
        await tell(tenant.channel, [...order, ...again.map((at) => news[at] as Change)]);
        expect(await promoOf(tenant)).toMatchObject(expected);
      },
    ),
    { numRuns: 12 },
  );
});

test("a list that was asked for before a webhook came does not undo it, and a later list wins", async () => {
  const tenant = await makeAccount();
  // Meta's list still says approved.
  await tell(tenant.channel, [status("PAUSED", nowSeconds())]);
  await makeDue(tenant);
  await syncDue();
  expect(await promoOf(tenant)).toMatchObject({ status: "PAUSED" });
  await ownerQuery("update templates set status_at = now() - interval '1 hour' where tenant_id = $1", [
    tenant.tenantId,
  ]);
  await makeDue(tenant);
  await syncDue();
  expect(await promoOf(tenant)).toMatchObject({ status: "APPROVED" });
});

test("a template that is not known yet, and new components, have the list read again", async () => {
  const tenant = await makeAccount();
  await ownerQuery("update template_syncs set started_at = now() - interval '1 hour' where tenant_id = $1", [
    tenant.tenantId,
  ]);
  await setTemplate(simulator, tenant.channel, { name: "brand_new", language: "en" });
  const unknown = { event: "APPROVED", message_template_name: "brand_new", message_template_language: "en" };
  await tell(tenant.channel, [{ field: "message_template_status_update", value: unknown, at: nowSeconds() }]);
  expect(await itemsOf(tenant.tenantId)).toMatchObject([
    { outcome: "stored", reason: expect.stringMatching(/read again/) },
  ]);
  const due = await claimSyncs(10);
  expect(due.map(({ tenantId }) => tenantId)).toEqual([tenant.tenantId]);
});

test("news of another account changes nothing here", async () => {
  const [tenant, other] = [await makeAccount(), await makeAccount()];
  await tell(other.channel, [status("DISABLED", nowSeconds())]);
  expect(await promoOf(other)).toMatchObject({ status: "DISABLED" });
  expect(await promoOf(tenant)).toMatchObject({ status: "APPROVED" });
});
