import { beforeAll, describe, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { createApiKey } from "@/lib/auth";
import { roles } from "@/lib/auth/types";
import { createContactField, mergeContacts } from "@/lib/contacts";
import { prioritiseConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { createGreeting } from "@/lib/greetings";
import { createHours } from "@/lib/hours";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { createMacro } from "@/lib/macros";
import { writeNote } from "@/lib/notes";
import { createQuickReply } from "@/lib/quick-replies";
import { setReminder } from "@/lib/reminders";
import { createSkill } from "@/lib/routing";
import { createRule, listRuleRuns } from "@/lib/rules";
import { createServiceLevelPolicy } from "@/lib/service-levels";
import { createView } from "@/lib/views";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant, type TestTenant } from "@/test/factories";
import { settleRules } from "@/test/rules";
import { namedContracts } from "./openapi/contracts";
import type { Handler } from "./route";

/** What each operation needs besides the ids in its path. A new one without an entry here fails. */
const bodies: Record<string, (ids: Record<string, string>) => Record<string, unknown>> = {
  AssignConversation: ({ memberId }) => ({ assigneeId: memberId }),
  SendMessage: () => ({ clientId: newId(), type: "text", text: { body: "From outside" } }),
  SendMessageAgain: () => ({ clientId: newId() }),
  RecordConsent: () => ({ purpose: "marketing", source: "in_person", evidence: "Said from outside" }),
  WithdrawConsent: () => ({ purpose: "service", source: "email" }),
  EditScheduledMessage: () => ({ sendAt: new Date(Date.now() + 3_600_000).toISOString() }),
  MoveReadCursor: ({ messageId }) => ({ messageId }),
  SaveDraft: () => ({ text: "From outside", editedAt: new Date().toISOString() }),
  EditChannel: () => ({ readReceipts: "by_hand" }),
  BindMacroKey: () => ({ key: "1" }),
  EditQuickReply: () => ({ text: "Changed from outside" }),
  MergeContacts: ({ otherId }) => ({ otherId }),
  EditContactField: () => ({ name: "Changed from outside" }),
  MoveContactField: () => ({ place: 0 }),
  EditContact: () => ({ name: "Changed from outside" }),
  EditDepartment: () => ({ name: "Changed from outside" }),
  EditGreeting: () => ({ name: "Changed from outside" }),
  EditHours: () => ({ name: "Changed from outside" }),
  SetDepartmentHours: () => ({ hoursId: null }),
  SetChannelHours: () => ({ hoursId: null }),
  EditMember: () => ({ role: "agent" }),
  SnoozeConversation: () => ({ until: { kind: "tomorrow" } }),
  MarkSpam: () => ({ isSpam: true }),
  PrioritiseConversation: () => ({ priority: "urgent" }),
  LabelConversation: ({ labelId }) => ({ add: [labelId] }),
  TransferConversation: ({ memberId }) => ({ memberId, note: "From outside" }),
  WriteNote: ({ memberId }) => ({ body: "From outside", mentionIds: [memberId] }),
  EditNote: () => ({ body: "From outside" }),
  EditMacro: () => ({ name: "Changed from outside" }),
  RunMacro: ({ conversationId }) => ({ conversationIds: [conversationId] }),
  EditRule: () => ({ name: "Changed from outside" }),
  MoveRule: () => ({ place: 0 }),
  SetReminder: () => ({ body: "From outside", dueAt: "2099-01-01T00:00:00Z" }),
  EditView: () => ({ name: "Changed from outside" }),
  EditSkill: () => ({ name: "Changed from outside" }),
  EditDepartmentRouting: () => ({ mode: "push" }),
  SetConversationSkills: ({ skillId }) => ({ skillIds: [skillId] }),
  EditLabel: () => ({ name: "Changed from outside" }),
  SetAvailability: () => ({ state: "busy" }),
  EditServiceLevelPolicy: () => ({ name: "Changed from outside" }),
  SetDepartmentSurvey: () => ({
    settings: {
      isActive: true,
      question: "From outside?",
      choices: ["Good", "Fair", "Poor"],
      commentQuestion: null,
      thanks: "Thanks",
      templateId: null,
      afterMinutes: 0,
    },
  }),
  SetDepartmentSilence: () => ({ settings: null }),
  ChooseServiceLevelPolicy: () => ({ policyId: null }),
  ReplaceChannelToken: () => ({ token: "EAAG-from-outside" }),
};

const withIds = namedContracts.filter(({ contract }) => contract.path.includes("/:"));
let victim: TestTenant;
let ids: Record<string, string>;
const keys: Record<string, string> = {};
let tables: string[];

beforeAll(async () => {
  const walled = await ownerQuery<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
  );
  tables = walled.map(({ name }) => name);
  const theirs = await makeTenant({ channel: true });
  victim = theirs;
  const conversation = await makeConversation(theirs, { assigneeId: theirs.agent.id });
  const member = await makeMember(theirs, { role: "agent" });
  const [session] = await ownerQuery<{ id: string }>(
    "insert into sessions (user_id, expires_at) values ($1, now() + interval '1 day') returning id",
    [member.userId],
  );
  const { apiKey } = await createApiKey(theirs.owner, { name: "Theirs", role: "admin", scopes: null });
  const [invitation] = await ownerQuery<{ id: string }>(
    `insert into tokens (kind, hash, email, tenant_id, invitation, expires_at)
     values ('invitation', 'theirs', 'new@example.test', $1, '{"role":"agent","departmentIds":[],"invitedBy":"x"}', now() + interval '1 day') returning id`,
    [theirs.tenantId],
  );
  const [item] = await ownerQuery<{ id: string }>(
    `insert into webhook_items (tenant_id, channel_id, field, kind, dedupe_hash, outcome, reason, received_at)
     values ($1, $2, 'messages', 'unknown', '\\x01', 'set_aside', 'Test', now()) returning id`,
    [theirs.tenantId, theirs.channel.id],
  );
  const { id: labelId } = await createLabel(theirs.owner, { name: "Theirs", colour: "red" });
  const note = await writeNote(theirs.agent, { conversationId: conversation.id, body: "Theirs", mentionIds: [] });
  const macro = await createMacro(theirs.owner, { scope: "workspace", name: "Theirs", actions: [{ kind: "resolve" }] });
  const reminder = await setReminder(theirs.agent, {
    conversationId: conversation.id,
    body: "Theirs",
    dueAt: "2099-01-01T00:00:00Z",
  });
  const rule = await createRule(theirs.owner, {
    name: "Theirs",
    isActive: true,
    event: "message.received",
    conditions: { match: "all", groups: [] },
    actions: [{ kind: "note", text: "Theirs" }],
  });
  const received = { ...conversation, conversationId: conversation.id, type: "message.received" as const };
  await withTenant(theirs, (tx) => recordEvent(tx, theirs.agent, received));
  await settleRules(theirs);
  const [run] = (await listRuleRuns(theirs.owner, { ruleId: rule.id, limit: 1 })).items;
  const view = await createView(theirs.owner, { name: "Theirs", isShared: true, filter: { view: "all" } });
  const skill = await createSkill(theirs.owner, { name: "Theirs" });
  const facts = {
    rule: "next",
    mode: "pull",
    waitedSeconds: 1,
    place: 1,
    skillIds: [],
    language: null,
    candidates: [],
  };
  const [decision] = await ownerQuery<{ id: string }>(
    "insert into routing_decisions (tenant_id, conversation_id, at, facts) values ($1, $2, now(), $3) returning id",
    [theirs.tenantId, conversation.id, JSON.stringify(facts)],
  );
  const [offer] = await ownerQuery<{ id: string }>(
    `insert into offers (tenant_id, conversation_id, member_id, decision_id, offered_at, expires_at)
     values ($1, $2, $3, $4, now(), now() + interval '1 hour') returning id`,
    [theirs.tenantId, conversation.id, member.id, decision?.id],
  );
  const policy = await createServiceLevelPolicy(theirs.owner, {
    name: "Theirs",
    firstReplyMinutes: 10,
    nextReplyMinutes: null,
    resolutionMinutes: null,
    inHours: false,
    warnAtPercent: 80,
  });
  const undoId = newId();
  await prioritiseConversation(theirs.agent, { conversationId: conversation.id, priority: "high", undoId });
  const [template] = await ownerQuery<{ id: string }>(
    `insert into templates (tenant_id, waba_id, meta_id, name, language, status, category, components, search_text,
       status_at, category_at, quality_at)
     values ($1, $2, '1', 'theirs', 'en', 'APPROVED', 'UTILITY', '[]', 'theirs', now(), now(), now()) returning id`,
    [theirs.tenantId, theirs.channel.wabaId],
  );
  const { id: quickReplyId } = await createQuickReply(theirs.owner, {
    scope: "workspace",
    shortcut: "hello",
    text: "Good day",
  });
  const { id: fieldId } = await createContactField(theirs.owner, { name: "Theirs", kind: "text", choices: [] });
  const { id: hoursId } = await createHours(theirs.owner, {
    name: "Theirs",
    timeZone: "UTC",
    weekly: [[], [], [], [], [], [], []],
    exceptions: [],
  });
  const { id: greetingId } = await createGreeting(theirs.owner, {
    ...{ name: "Theirs", kind: "away", text: "We are away.", during: "always", afterMinutes: null, isActive: true },
    ...{ departmentId: null, channelId: null, language: null },
  });
  const twice = await makeConversation(theirs);
  const { mergeId } = await mergeContacts(theirs.owner, {
    contactId: conversation.contactId,
    otherId: twice.contactId,
  });
  ids = {
    hoursId,
    greetingId,
    fieldId,
    mergeId,
    otherId: (await makeConversation(theirs)).contactId,
    quickReplyId,
    templateId: template?.id ?? "",
    labelId,
    skillId: skill.id,
    offerId: offer?.id ?? "",
    decisionId: decision?.id ?? "",
    viewId: view.id,
    policyId: policy.id,
    noteId: note.id,
    undoId,
    ruleId: rule.id,
    runId: run?.id ?? "",
    macroId: macro.id,
    reminderId: reminder.id,
    conversationId: conversation.id,
    contactId: conversation.contactId,
    messageId: conversation.messageId,
    departmentId: theirs.departments[0].id,
    memberId: member.id,
    channelId: theirs.channel.id,
    keyId: apiKey.id,
    sessionId: session?.id ?? "",
    invitationId: invitation?.id ?? "",
    itemId: item?.id ?? "",
  };
  const stranger = await makeTenant({ channel: true });
  for (const role of roles) {
    const { key } = await createApiKey(stranger.owner, { name: role, role, scopes: null });
    keys[role] = key;
  }
});

describe.each(withIds)("$name", ({ name, contract }) => {
  test.each(roles)("tells a stranger who is %s nothing of another workspace, and changes nothing", async (role) => {
    const before = await digestOf(victim.tenantId);
    const foreign = await ask(role, ids);
    const random = await ask(role, Object.fromEntries(Object.keys(ids).map((key) => [key, newId()])));
    expect(foreign).toEqual(random);
    expect([403, 404, 422]).toContain(foreign.status);
    if (role === "owner") expect(foreign.code).not.toBe("invalid_input");
    expect(await digestOf(victim.tenantId)).toBe(before);
  });

  async function ask(role: string, sent: Record<string, string>) {
    const parts = [...contract.path.matchAll(/:(\w+)/g)].map(([, part = ""]) => part);
    const params = Object.fromEntries(parts.map((part) => [part, idFor(part, sent)]));
    const carriesBody = contract.method !== "GET" && contract.method !== "DELETE";
    const body = bodies[name]?.(sent) ?? {};
    const request = new Request(`http://parley.test/api/v1${fill(contract.path, params)}`, {
      method: contract.method,
      headers: { authorization: `Bearer ${keys[role]}`, "content-type": "application/json" },
      ...(carriesBody ? { body: JSON.stringify(body) } : {}),
    });
    const file = `../../app/api/v1${contract.path.replace(/:(\w+)/g, "[$1]")}/route.ts`;
    const routes: Record<string, Handler> = await import(/* @vite-ignore */ file);
    const response = await routes[contract.method]?.(request, { params: Promise.resolve(params) });
    const answer = (await response?.json()) as { code?: string };
    return { status: response?.status ?? 0, code: answer.code };
  }
});

test("every operation that names something is asked", () => {
  expect(withIds.length).toBeGreaterThan(15);
});

function idFor(part: string, sent: Record<string, string>): string {
  const id = sent[part];
  if (!id) throw new Error(`Say in this test which id stands for ${part}.`);
  return id;
}

function fill(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, part: string) => params[part] ?? "");
}

/** One hash over every row that the tenant owns, in every table that has tenants. */
async function digestOf(tenantId: string): Promise<string | undefined> {
  const ofTable = (name: string) => `select '${name}' as name, t::text as row from ${name} t where tenant_id = $1`;
  const [digest] = await ownerQuery<{ hash: string }>(
    `select md5(string_agg(name || row, chr(10) order by name, row)) as hash from (${tables.map(ofTable).join(" union all ")}) everything`,
    [tenantId],
  );
  return digest?.hash;
}
