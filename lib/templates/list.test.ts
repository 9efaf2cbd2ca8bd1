import { afterAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { makeTenant } from "@/test/factories";
import { registerChannel, startMeta } from "@/test/sending";
import { deleteTemplates, makeDue, syncDue, templatesIn } from "@/test/templates";
import { favourTemplate, listTemplates, readTemplate, unfavourTemplate } from "./index";

const simulator = await startMeta();
afterAll(() => simulator.close());

async function makeAccount() {
  const tenant = await makeTenant({ channel: true });
  await registerChannel(simulator, tenant.channel);
  await syncDue();
  return tenant;
}

type Asked = Partial<Parameters<typeof listTemplates>[1]>;
const namesOf = async (tenant: Awaited<ReturnType<typeof makeAccount>>, asked: Asked) =>
  (await listTemplates(tenant.agent, { limit: 100, ...asked })).items.map(
    ({ name, language }) => `${name} ${language}`,
  );

test("search looks through names and words, whatever their case, marks and order", async () => {
  const tenant = await makeAccount();
  expect(await namesOf(tenant, { search: "tour machine" })).toEqual(["product_tour en"]);
  expect(await namesOf(tenant, { search: "OBRIGADO está" })).toEqual(["order_confirmation pt_BR"]);
  expect(await namesOf(tenant, { search: "esta confirmado" })).toEqual([
    "order_confirmation es",
    "order_confirmation pt_BR",
  ]);
  expect(await namesOf(tenant, { search: "order confirmation" })).toHaveLength(4);
  expect(await namesOf(tenant, { search: "put one aside" })).toEqual(["new_arrivals en"]);
  expect(await namesOf(tenant, { search: "الطريق" })).toEqual(["delivery_update ar"]);
  expect(await namesOf(tenant, { search: "100%_" })).toEqual([]);
});

test("filters narrow by language, state, category and number", async () => {
  const tenant = await makeAccount();
  expect(await namesOf(tenant, { language: "ar" })).toEqual(["delivery_update ar"]);
  expect(await namesOf(tenant, { status: "PAUSED" })).toEqual(["winter_offer en"]);
  expect(await namesOf(tenant, { category: "AUTHENTICATION" })).toEqual(["verification_code en_US"]);
  expect(await namesOf(tenant, { channelId: tenant.channel.id })).toHaveLength(20);
  expect(await namesOf(tenant, { channelId: newId() })).toEqual([]);
});

test("what is gone is listed only when it is asked for", async () => {
  const tenant = await makeAccount();
  await deleteTemplates(simulator, tenant.channel, "promo");
  await makeDue(tenant);
  await syncDue();
  expect(await namesOf(tenant, {})).not.toContain("promo en");
  const { items } = await listTemplates(tenant.agent, { limit: 100, status: "REMOVED" });
  expect(items).toMatchObject([{ name: "promo", status: "REMOVED", refusal: { code: "template_removed" } }]);
});

test("pages lead through all of them once, languages of one name side by side", async () => {
  const tenant = await makeAccount();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listTemplates(tenant.agent, { limit: 4, cursor });
    seen.push(...page.items.map(({ name, language }) => `${name} ${language}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([...seen].sort());
  expect(new Set(seen).size).toBe(20);
});

test("a template that cannot be sent says why and what to do", async () => {
  const tenant = await makeAccount();
  const { items } = await listTemplates(tenant.agent, { limit: 100 });
  const refused = items.filter(({ refusal }) => refusal !== null);
  expect(refused.map(({ name }) => name)).toEqual(["flash_sale", "spring_preview", "winter_offer"]);
  expect(refused[0]?.refusal?.reason).toContain("TAG_CONTENT_MISMATCH");
  for (const { refusal } of refused) expect(refusal?.nextStep).toMatch(/^[A-Z].*\.$/);
});

test("favourites are a member's own, and hold for every language of the template", async () => {
  const tenant = await makeAccount();
  const [template] = await templatesIn(tenant, "order_confirmation");
  const one = { templateId: template?.id ?? "" };
  expect(await favourTemplate(tenant.agent, one)).toMatchObject({ isFavourite: true });
  expect(await favourTemplate(tenant.agent, one)).toMatchObject({ isFavourite: true });
  expect(await namesOf(tenant, { favourites: true })).toHaveLength(3);
  expect((await listTemplates(tenant.agent2, { limit: 100, favourites: true })).items).toEqual([]);
  expect(await unfavourTemplate(tenant.agent, one)).toMatchObject({ isFavourite: false });
  expect(await namesOf(tenant, { favourites: true })).toEqual([]);
});

test("another workspace's template is not found, whatever is asked of it", async () => {
  const [tenant, other] = [await makeAccount(), await makeTenant({ channel: true })];
  const [template] = await templatesIn(tenant, "promo");
  const one = { templateId: template?.id ?? "" };
  for (const verb of [readTemplate, favourTemplate, unfavourTemplate]) {
    await expect(verb(other.owner, one)).rejects.toMatchObject({ code: "template_not_found" });
  }
  expect((await listTemplates(other.owner, { limit: 100, channelId: tenant.channel.id })).items).toEqual([]);
});

test("a key has no favourites", async () => {
  const tenant = await makeAccount();
  const [template] = await templatesIn(tenant, "promo");
  const key = { ...tenant.agent, kind: "api_key" as const, id: newId() };
  await expect(favourTemplate(key, { templateId: template?.id ?? "" })).rejects.toMatchObject({ code: "not_a_member" });
});
