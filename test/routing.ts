/** A department that gives out its work, and people who are there to take it. */
import { queues } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { setAvailability } from "@/lib/availability";
import { dispatch } from "@/lib/routing/queue/dispatch";
import { ownerQuery } from "./database";
import { makeMember, makeTenant, type TestPerson } from "./factories";

type Settings = Partial<Omit<typeof queues.$inferInsert, "tenantId" | "departmentId">>;

/** Sales gives out as said, to as many agents of its own as wanted, all of them online and with nothing to do. */
export async function makeDesk({ agents = 2, ...settings }: Settings & { agents?: number } = {}) {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, departments } = tenant;
  const departmentId = departments[0].id;
  await setQueue({ tenantId }, departmentId, { mode: "push", ...settings });
  const team: TestPerson[] = [];
  for (let at = 0; at < agents; at += 1) {
    team.push(await makeMember({ tenantId }, { role: "agent", departmentIds: [departmentId], name: `agent-${at}` }));
  }
  for (const person of team) await goes(person, "online");
  return { ...tenant, departmentId, team };
}

export async function setQueue({ tenantId }: { tenantId: string }, departmentId: string, settings: Settings) {
  const row = { tenantId, departmentId, ...settings };
  await withTenant({ tenantId }, (tx) =>
    tx
      .insert(queues)
      .values(row)
      .onConflictDoUpdate({ target: [queues.tenantId, queues.departmentId], set: settings }),
  );
}

export const goes = (person: TestPerson, state: "online" | "busy" | "break" | "offline") =>
  setAvailability(person, { memberId: "me", state });

/** Gives out as it would be done so many seconds from now. */
export const dispatchIn = ({ tenantId }: { tenantId: string }, seconds = 0) =>
  dispatch(tenantId, new Date(Date.now() + seconds * 1_000));

const clocks: [table: string, columns: string[]][] = [
  ["conversations", ["queued_since", "waiting_since", "returned_at", "snoozed_until"]],
  ["events", ["at"]],
  ["availability", ["since"]],
  ["routing_decisions", ["at"]],
  ["offers", ["offered_at", "expires_at", "ended_at"]],
];

/** Lets time pass for a workspace by putting what was so much earlier. */
export async function passTime({ tenantId }: { tenantId: string }, seconds: number): Promise<void> {
  for (const [table, columns] of clocks) {
    const earlier = columns.map((column) => `${column} = ${column} - $2 * interval '1 second'`).join(", ");
    await ownerQuery(`update ${table} set ${earlier} where tenant_id = $1`, [tenantId, seconds]);
  }
}
