/** Workspaces at work: numbers, agents in departments with their sessions, customers, and messages that were sent to them. */

import type { Screen } from "@/bench/assistants/sockets";
import type { House } from "@/bench/house/house";
import { makeChannel, makeMember, makeTenant, startSession, type TestChannel } from "@/test/factories";
import { bsuidOf, nameOf, phoneOf, sentWamid } from "./bodies";

export type SceneLine = TestChannel & {
  index: number;
  tenantId: string;
  owner: Awaited<ReturnType<typeof makeTenant>>["owner"];
};
export type Scene = { lines: SceneLine[]; screens: Screen[] };

export type SceneWish = {
  lines: number;
  /** Sockets in all, and how many of them in each workspace see everything. */
  screens: number;
  seeingAll: number;
  departments: number;
  /** Of each line. */
  customers: number;
  messages: number;
};

/** A workspace for each line. Agents see their department's conversations, those of managers see all. */
export async function setScene(house: House, wish: SceneWish): Promise<Scene> {
  const scene: Scene = { lines: [], screens: [] };
  for (let index = 0; index < wish.lines; index++) {
    const { line, screens } = await setLine(house, index, wish);
    scene.lines.push(line);
    scene.screens.push(...screens);
  }
  await house.owner.query("analyze");
  return scene;
}

async function setLine({ owner }: House, index: number, wish: SceneWish) {
  const tenant = await makeTenant();
  const channel = await makeChannel(tenant);
  const departmentIds = await makeDepartments(owner, tenant.tenantId, wish.departments);
  const count = Math.floor(wish.screens / wish.lines);
  const screens: Screen[] = [];
  const agents: { id: string; departmentId: string }[] = [];
  for (let at = 0; at < count; at++) {
    const departmentId = departmentIds[at % departmentIds.length] ?? "";
    const seesAll = at < wish.seeingAll;
    const person = await makeMember(
      tenant,
      seesAll ? { role: "manager" } : { role: "agent", departmentIds: [departmentId] },
    );
    const { cookie } = await startSession(person);
    if (!seesAll) agents.push({ id: person.id, departmentId });
    // One who sees everything, and an agent of each of some departments, look at the clock.
    screens.push({ cookie, workspace: tenant.slug, watches: at === 0 || (!seesAll && agents.length <= 3) });
  }
  await fill(owner, { tenantId: tenant.tenantId, channel, index, departmentIds, agents, ...wish });
  return { line: { ...channel, index, tenantId: tenant.tenantId, owner: tenant.owner }, screens };
}

async function makeDepartments(owner: House["owner"], tenantId: string, count: number): Promise<string[]> {
  const rows = await owner.query<{ id: string }>(
    `insert into departments (tenant_id, name) select $1, 'Department ' || n from generate_series(1, $2::int) n returning id`,
    [tenantId, count],
  );
  return rows.map(({ id }) => id);
}

type Filling = {
  tenantId: string;
  channel: TestChannel;
  index: number;
  departmentIds: string[];
  agents: { id: string; departmentId: string }[];
  customers: number;
  messages: number;
};

/** Every customer has a conversation in a department; most of them are somebody's, the others wait. */
async function fill(owner: House["owner"], filling: Filling): Promise<void> {
  const { tenantId, channel, index, departmentIds, agents, customers, messages } = filling;
  const numbers = Array.from({ length: customers }, (_, at) => at);
  const choices = agents.length > 0 ? agents : departmentIds.map((departmentId) => ({ id: null, departmentId }));
  const chosen = numbers.map((at) => choices[at % choices.length]);
  const people = await owner.query<{ contact: string; conversation: string }>(
    `with person as (
       select n, uuidv7() as contact, uuidv7() as conversation, name, phone, bsuid, department, agent
       from unnest($4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[])
         with ordinality as p (name, phone, bsuid, department, agent, n)),
     contact as (
       insert into contacts (tenant_id, id, portfolio_id, profile_name, profile_name_at)
       select $1, contact, $2, name, now() - interval '1 day' from person),
     identity as (
       insert into contact_identities
         (tenant_id, portfolio_id, contact_id, kind, value, valid_from, last_seen_at, source)
       select $1, $2, contact, kind, value, now() - interval '1 day', now() - interval '1 hour', 'bench'
       from person, lateral (values ('phone', phone), ('bsuid', bsuid)) as known (kind, value)),
     conversation as (
       insert into conversations
         (tenant_id, id, contact_id, channel_id, department_id, assignee_id, state, opened_at, last_activity_at)
       select $1, conversation, contact, $3, department, agent, case when agent is null then 'queued' else 'open' end,
         now() - interval '1 day', now() - interval '1 hour' from person),
     consent as (
       insert into consents (tenant_id, contact_id, channel_id, purpose, state, source, evidence, actor, at)
       select $1, contact, $3, 'service', 'granted', 'first_inbound', '{}', 'system:bench', now() - interval '1 day'
       from person),
     opened as (
       insert into service_windows (tenant_id, contact_id, channel_id, opened_at)
       select $1, contact, $3, now() - interval '1 hour' from person)
     select contact, conversation from person order by n`,
    [
      tenantId,
      channel.portfolioId,
      channel.id,
      numbers.map(nameOf),
      numbers.map((at) => phoneOf(index, at)),
      numbers.map((at) => bsuidOf(index, at)),
      chosen.map((choice) => choice?.departmentId ?? null),
      chosen.map((choice, at) => (at % 4 === 0 ? null : (choice?.id ?? null))),
    ],
  );
  const sent = Array.from({ length: messages }, (_, at) => ({
    wamid: sentWamid(index, at),
    to: people[at % customers],
  }));
  await owner.query(
    `insert into messages (tenant_id, conversation_id, contact_id, channel_id, direction, author, type, content, preview,
       wamid, status, at, accepted_at)
     select $1, conversation, contact, $2, 'out', 'member', 'text',
       '{"type":"text","text":{"body":"It is on its way."}}', 'It is on its way.', wamid, 'accepted', now(), now()
     from unnest($3::uuid[], $4::uuid[], $5::text[]) as m (conversation, contact, wamid)`,
    [
      tenantId,
      channel.id,
      sent.map(({ to }) => to?.conversation),
      sent.map(({ to }) => to?.contact),
      sent.map(({ wamid }) => wamid),
    ],
  );
}
