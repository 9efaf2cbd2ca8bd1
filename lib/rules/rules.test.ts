import { expect, test } from "vitest";
import { prioritiseConversation } from "@/lib/conversations";
import { createLabel } from "@/lib/labels";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant } from "@/test/factories";
import { announceMessage, makeRule, settleRules } from "@/test/rules";
import { createRule, deleteRule, dryRunRule, editRule, listRuleRuns, listRules, moveRule, readRule } from "./index";
import { CreateRule, DryRunRule } from "./schemas";
import type { Condition, RuleAction } from "./types";

const page = { limit: 50 };
const does: RuleAction[] = [{ kind: "prioritise", priority: "high" }];
const saysInvoice: Condition = { fact: "text", operator: "contains", value: ["invoice"] };
const ifInvoice = { match: "all" as const, groups: [{ match: "all" as const, conditions: [saysInvoice] }] };

test("an admin makes, orders, switches and deletes rules, and the audit says so", async () => {
  const { tenantId, admin } = await makeTenant();
  const [a, b, c] = [
    await makeRule(admin, { name: "A", does }),
    await makeRule(admin, { name: "B", does }),
    await makeRule(admin, { name: "C", does }),
  ];
  await moveRule(admin, { ruleId: c.id, place: 0 });
  await editRule(admin, { ruleId: a.id, isActive: false });
  await deleteRule(admin, { ruleId: b.id });
  const { items } = await listRules(admin, page);
  expect(items.map(({ name, isActive }) => [name, isActive])).toEqual([
    ["C", true],
    ["A", false],
  ]);
  const trail = await ownerQuery<{ action: string }>("select action from audit where tenant_id = $1 order by seq", [
    tenantId,
  ]);
  const made = ["rule.created", "rule.created", "rule.created"];
  expect(trail.map(({ action }) => action)).toEqual([...made, "rule.moved", "rule.switchedOff", "rule.deleted"]);
});

test("a rule that is edited while others change it keeps the place and the secret that it was given", async () => {
  const { admin } = await makeTenant();
  const [a, b] = [await makeRule(admin, { name: "A", does }), await makeRule(admin, { name: "B", does })];
  const ruleId = b.id;
  for (const place of [0, 1, 0, 1, 0, 1, 0]) {
    await Promise.all([
      moveRule(admin, { ruleId, place }),
      editRule(admin, { ruleId, isActive: place === 0 }),
      editRule(admin, { ruleId, name: `B ${place}` }),
    ]);
    expect(await readRule(admin, { ruleId })).toMatchObject({ isActive: place === 0, name: `B ${place}` });
    const { items } = await listRules(admin, page);
    expect(items.map(({ id }) => id)).toEqual(place === 0 ? [ruleId, a.id] : [a.id, ruleId]);
  }
});

test("a name belongs to one rule, and only admins see and change them", async () => {
  const { admin, manager, agent } = await makeTenant();
  const rule = await makeRule(admin, { name: "Once", does });
  await expect(makeRule(admin, { name: "Once", does })).rejects.toMatchObject({ code: "rule_name_taken" });
  for (const actor of [manager, agent]) {
    await expect(makeRule(actor, { name: "Theirs", does })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listRules(actor, page)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(readRule(actor, { ruleId: rule.id })).rejects.toMatchObject({ kind: "forbidden" });
  }
});

test("a rule does each kind of thing once, to somebody, and posts to an address", () => {
  const read = (actions: unknown[]) =>
    CreateRule.input.safeParse({ name: "A", event: "message.received", conditions: ifInvoice, actions }).success;
  expect(read(does)).toBe(true);
  expect(read([])).toBe(false);
  expect(read([...does, ...does])).toBe(false);
  expect(read([{ kind: "assign", assigneeId: "me" }])).toBe(false);
  expect(read([{ kind: "webhook", url: "javascript:alert(1)", facts: [] }])).toBe(false);
  expect(read([{ kind: "webhook", url: "https://example.com/hook", facts: ["priority"] }])).toBe(true);
  expect(read([{ kind: "webhook", url: "https://example.com/hook", facts: ["token"] }])).toBe(false);
});

test("a rule that posts has a secret of its own, which stays when it is edited", async () => {
  const { tenantId, admin } = await makeTenant();
  const url = "https://example.com/hook";
  const rule = await makeRule(admin, { does });
  expect(rule.hasWebhookSecret).toBe(false);
  const sealed = async () =>
    (
      await ownerQuery<{ sealed: Buffer }>("select webhook_secret_sealed as sealed from rules where tenant_id = $1", [
        tenantId,
      ])
    )[0]?.sealed;
  const posting: RuleAction[] = [{ kind: "webhook", url, facts: [] }];
  expect(await editRule(admin, { ruleId: rule.id, actions: posting })).toMatchObject({ hasWebhookSecret: true });
  const first = await sealed();
  await editRule(admin, { ruleId: rule.id, name: "Renamed", actions: posting });
  expect(await sealed()).toEqual(first);
});

test("a dry run says which past conversations would have matched and why, and changes nothing", async () => {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, admin, agent } = tenant;
  const invoice = await makeConversation(tenant, { text: "The invoice is wrong" });
  const other = await makeConversation(tenant, { text: "Good morning" });
  for (const each of [invoice, other]) await announceMessage(tenant, each);
  await prioritiseConversation(agent, { conversationId: other.id, priority: "low" });
  const digest = async () => {
    const names = await ownerQuery<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'",
    );
    const all = names.map(({ name }) => `select '${name}' || t::text as row from ${name} t where tenant_id = $1`);
    return ownerQuery(`select md5(string_agg(row, '' order by row)) from (${all.join(" union all ")}) everything`, [
      tenantId,
    ]);
  };
  const before = await digest();
  const { cases } = await dryRunRule(admin, { event: "message.received", conditions: ifInvoice, limit: 200 });
  expect(cases.map(({ conversation, verdict }) => [conversation.id, verdict.held])).toEqual([
    [other.id, false],
    [invoice.id, true],
  ]);
  expect(cases[1]?.verdict.groups[0]?.conditions).toEqual([
    { ...saysInvoice, seen: "The invoice is wrong", held: true },
  ]);
  expect(await digest()).toEqual(before);
});

test("a dry run judges as the real one does", async () => {
  const tenant = await makeTenant({ channel: true });
  const conversation = await makeConversation(tenant, { text: "invoice" });
  const label = await createLabel(tenant.admin, { name: "Billing", colour: "teal" });
  const when: Condition[] = [
    saysInvoice,
    { fact: "labelIds", operator: "hasNoneOf", value: [label.id] },
    { fact: "isWindowOpen", operator: "is", value: true },
    { fact: "assigneeId", operator: "isAnyOf", value: ["none"] },
    { fact: "waitingMinutes", operator: "atMost", value: 5 },
  ];
  const rule = await makeRule(tenant.admin, { when, does: [{ kind: "note", text: "Seen" }] });
  await announceMessage(tenant, conversation);
  const { cases } = await dryRunRule(tenant.admin, { event: rule.event, conditions: rule.conditions, limit: 1 });
  await settleRules(tenant);
  const [run] = (await listRuleRuns(tenant.admin, { ruleId: rule.id, ...page })).items;
  const { held, match, groups } = run?.trace ?? {};
  expect(cases[0]?.verdict).toEqual({ held, match, groups });
  expect(held).toBe(true);
});

test("neither a dry run nor a history shows a conversation that the asker may not see", async () => {
  const tenant = await makeTenant({ channel: true });
  const member = await makeMember(tenant, { role: "admin", departmentIds: [tenant.departments[0].id] });
  const narrow = { ...member, visibility: "department" as const };
  const theirs = await makeConversation(tenant, { departmentId: tenant.departments[1].id });
  const rule = await makeRule(tenant.admin, { does });
  await announceMessage(tenant, theirs);
  await settleRules(tenant);
  const conditions = { match: "all" as const, groups: [] };
  expect((await dryRunRule(narrow, { event: rule.event, conditions, limit: 10 })).cases).toEqual([]);
  expect((await listRuleRuns(narrow, { ruleId: rule.id, ...page })).items).toEqual([]);
  expect((await listRuleRuns(tenant.admin, { ruleId: rule.id, ...page })).items).toHaveLength(1);
});

test("a dry run looks at two hundred events at most", () => {
  const read = (limit: number) =>
    DryRunRule.input.safeParse({ event: "message.received", conditions: ifInvoice, limit }).success;
  expect([read(200), read(201)]).toEqual([true, false]);
});

test("rules come in pages without a gap or a repeat", async () => {
  const { admin } = await makeTenant();
  for (const name of ["A", "B", "C"])
    await createRule(admin, { name, isActive: false, event: "message.received", conditions: ifInvoice, actions: does });
  const first = await listRules(admin, { limit: 2 });
  const rest = await listRules(admin, { limit: 2, cursor: first.nextCursor ?? undefined });
  expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(["A", "B", "C"]);
});
