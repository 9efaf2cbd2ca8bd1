import { setAvailability } from "@/lib/availability";
import { editDepartmentRouting, editWorkload } from "@/lib/routing";
import { makeChannel, makeMember, makeTenant } from "@/test/factories";
import { startAssistant } from "./assistants/assistant";
import type { load } from "./assistants/load";
import { commitMs } from "./commit-reference";
import type { House } from "./house/house";
import { receivedWamid, textBody } from "./load/bodies";
import type { Measurement } from "./measurement";
import { percentile } from "./report/percentile";
import type { Row } from "./report/row";

const CONVERSATIONS = 200;
const AGENTS = 20;
const ROUNDS = 3;
const WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;

/**
 * Monday at nine: everybody comes at once, customers by webhooks through the door and agents by signing in. For each
 * customer, how long from the webhook until it is committed that somebody has their conversation.
 */
export const routing: Measurement = async ({ openHouse, say }) => {
  const house = await openHouse();
  const engine = await house.startEngine(["door", "ingest", "jobs"]);
  const generator = startAssistant<typeof load>("load");
  const afterMs: number[] = [];
  const spreads: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    say(`round ${round} of ${ROUNDS}: ${CONVERSATIONS} conversations and ${AGENTS} agents at once`);
    const scene = await setScene(house, round);
    const bodies = Array.from({ length: CONVERSATIONS }, (_, at) =>
      textBody(scene.line, { customer: at, message: at }),
    );
    const [{ postedAtMs, refused }] = await Promise.all([
      generator.ask("burst", { port: house.port, app: scene.line.app, bodies }),
      ...scene.agents.map((agent) => setAvailability(agent, { memberId: "me", state: "online" })),
    ]);
    if (refused > 0) throw new Error(`${refused} webhooks were refused.`);
    await untilAssigned(house, scene.tenantId);
    const assignedAtMs = await assignments(house, scene.tenantId);
    for (const [at, postedAt] of postedAtMs.entries()) {
      const assignedAt = assignedAtMs.get(receivedWamid(round, at));
      if (assignedAt === undefined) throw new Error("A webhook that was acknowledged is nobody's conversation.");
      afterMs.push(assignedAt - postedAt);
    }
    spreads.push(await spreadOf(house, scene.tenantId));
  }
  const reference = `one durable commit ${(await commitMs(house.owner)).toFixed(2)} ms`;
  await generator.stop();
  await engine.stop();
  const common = { from: "routing", reference, better: "less" } as const;
  const ms = (percent: number) => `${Math.round(percentile(afterMs, percent))} ms`;
  return [
    {
      ...common,
      what: `From webhook to somebody's, the last of ${CONVERSATIONS}`,
      figure: percentile(afterMs, 100),
      unit: "ms",
      aim: 1_000,
      floor: 1_000,
      notes: [
        `p50 ${ms(50)}, p95 ${ms(95)}, of ${ROUNDS} rounds; ${AGENTS} agents, all of whom signed in at the same moment`,
        "from the first byte of each webhook, through door and ingest, to the commit of its assignment",
      ],
    },
    {
      ...common,
      what: "The most that one agent got above another",
      figure: Math.max(...spreads),
      unit: "conversations",
      aim: 1,
      floor: 1,
      notes: [],
    },
  ] satisfies Row[];
};

async function setScene({ owner }: House, index: number) {
  const tenant = await makeTenant();
  const channel = await makeChannel(tenant);
  const [{ id: departmentId }] = tenant.departments;
  await owner.query("update channels set department_id = $2 where id = $1", [channel.id, departmentId]);
  await editDepartmentRouting(tenant.owner, { departmentId, mode: "push" });
  await editWorkload(tenant.owner, { capacity: 50 });
  const agents = [];
  for (let at = 0; at < AGENTS; at += 1) {
    agents.push(await makeMember(tenant, { role: "agent", departmentIds: [departmentId], name: `agent-${at}` }));
  }
  return { tenantId: tenant.tenantId, agents, line: { ...channel, index } };
}

async function untilAssigned({ owner }: House, tenantId: string): Promise<void> {
  for (const began = performance.now(); ; ) {
    const { count } = await owner.one<{ count: number }>(
      "select count(*)::int from conversations where tenant_id = $1 and assignee_id is not null",
      [tenantId],
    );
    if (count === CONVERSATIONS) return;
    if (performance.now() - began > WITHIN_MS) throw new Error(`${count} of ${CONVERSATIONS} are somebody's.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** When the assignment of each message's conversation was committed, by the database's own clock. */
async function assignments({ owner }: House, tenantId: string): Promise<Map<string, number>> {
  const rows = await owner.query<{ wamid: string; ms: number }>(
    `select m.wamid, (extract(epoch from pg_xact_commit_timestamp(e.xmin)) * 1000)::float8 as ms
     from messages m join events e on e.tenant_id = $1 and e.conversation_id = m.conversation_id
       and e.type = 'conversation.assigned'
     where m.tenant_id = $1`,
    [tenantId],
  );
  return new Map(rows.map(({ wamid, ms }) => [wamid, ms]));
}

async function spreadOf({ owner }: House, tenantId: string): Promise<number> {
  const rows = await owner.query<{ count: number }>(
    "select count(*)::int from conversations where tenant_id = $1 group by assignee_id",
    [tenantId],
  );
  const counts = rows.map(({ count }) => count);
  const least = counts.length < AGENTS ? 0 : Math.min(...counts);
  return Math.max(...counts) - least;
}
