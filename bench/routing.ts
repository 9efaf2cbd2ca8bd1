import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { setAvailability } from "@/lib/availability";
import { openConversation } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { editDepartmentRouting, editWorkload } from "@/lib/routing";
import { makeChannel, makeMember, makeTenant } from "@/test/factories";
import { commitMs } from "./commit-reference";
import type { House } from "./house/house";
import type { Measurement } from "./measurement";
import { percentile } from "./report/percentile";
import type { Row } from "./report/row";

const CONVERSATIONS = 200;
const AGENTS = 20;
const WITHIN_MS = 30_000;

/** Monday at nine: everybody comes at once, customers and agents. How long until each customer is somebody's. */
export const routing: Measurement = async ({ openHouse, say }) => {
  const house = await openHouse();
  const engine = await house.startEngine(["jobs"]);
  const tenant = await makeTenant();
  const channel = await makeChannel(tenant);
  const [{ id: departmentId }] = tenant.departments;
  await editDepartmentRouting(tenant.owner, { departmentId, mode: "push" });
  await editWorkload(tenant.owner, { capacity: 50 });
  const agents = [];
  for (let at = 0; at < AGENTS; at += 1) {
    agents.push(await makeMember(tenant, { role: "agent", departmentIds: [departmentId], name: `agent-${at}` }));
  }
  const contacts = Array.from({ length: CONVERSATIONS }, () => newId());
  await house.owner.query(
    "insert into contacts (tenant_id, id, portfolio_id) select $1, id, $2 from unnest($3::uuid[]) as id",
    [tenant.tenantId, channel.portfolioId, contacts],
  );
  say(`${CONVERSATIONS} conversations and ${AGENTS} agents at once`);
  const actor = systemActor(tenant.tenantId, "bench");
  await Promise.all([
    ...agents.map((agent) => setAvailability(agent, { memberId: "me", state: "online" })),
    withTenant(actor, async (tx) => {
      for (const contactId of contacts)
        await openConversation(tx, actor, { contactId, channelId: channel.id, departmentId });
    }),
  ]);
  const afterMs = await assignedAfterMs(house, tenant.tenantId);
  const given = await house.owner.query<{ count: number }>(
    "select count(*)::int from conversations where tenant_id = $1 group by assignee_id",
    [tenant.tenantId],
  );
  const counts = given.map(({ count }) => count);
  const reference = `one durable commit ${(await commitMs(house.owner)).toFixed(2)} ms`;
  await engine.stop();
  const common = { from: "routing", reference, better: "less" } as const;
  return [
    {
      ...common,
      what: `From waiting to somebody's, the last of ${CONVERSATIONS}`,
      figure: percentile(afterMs, 100),
      unit: "ms",
      aim: 1_000,
      floor: 5_000,
      notes: [`p50 ${Math.round(percentile(afterMs, 50))} ms; ${AGENTS} agents, all of whom came at the same moment`],
    },
    {
      ...common,
      what: "The most that one agent got above another",
      figure: Math.max(...counts) - Math.min(...counts) + (counts.length < AGENTS ? CONVERSATIONS : 0),
      unit: "conversations",
      aim: 1,
      floor: 1,
      notes: [],
    },
  ] satisfies Row[];
};

/** Each conversation's time from now until another connection sees it assigned. */
async function assignedAfterMs({ owner }: House, tenantId: string): Promise<number[]> {
  const began = performance.now();
  const afterMs: number[] = [];
  while (afterMs.length < CONVERSATIONS) {
    const { count } = await owner.one<{ count: number }>(
      "select count(*)::int from conversations where tenant_id = $1 and assignee_id is not null",
      [tenantId],
    );
    const passedMs = performance.now() - began;
    while (afterMs.length < count) afterMs.push(passedMs);
    if (passedMs > WITHIN_MS) throw new Error(`${count} of ${CONVERSATIONS} conversations are somebody's.`);
  }
  return afterMs;
}
