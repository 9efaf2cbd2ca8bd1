import { expect, test } from "vitest";
import { assignConversation } from "@/lib/conversations";
import { makeConversation } from "@/test/conversations";
import { eventually } from "@/test/event-log";
import { makeMember, makeTenant, type TestPerson } from "@/test/factories";
import { openRealtime, openSocket, signIn } from "@/test/realtime";
import type { Companion } from "./state";

/** A member's browser that looks at conversations and hears who else does. */
async function open(url: string, tenant: { slug: string }, person: TestPerson) {
  const { cookie } = await signIn(person);
  const { socket, subscribe } = openSocket(url, cookie);
  const seen = new Map<string, Companion[]>();
  socket.on("company", (conversationId: string, companions: Companion[]) => seen.set(conversationId, companions));
  await subscribe({ workspace: tenant.slug });
  return {
    socket,
    seen,
    look: (conversationId: string | null, isTyping = false) => socket.emit("look", { conversationId, isTyping }),
    sees: (conversationId: string, companions: Companion[]) =>
      eventually(() => expect(seen.get(conversationId)).toEqual(companions.toSorted(byId))),
  };
}

const byId = (one: Companion, other: Companion) => (one.memberId < other.memberId ? -1 : 1);
const looking = ({ id }: { id: string }) => ({ memberId: id, isTyping: false });
const typing = ({ id }: { id: string }) => ({ memberId: id, isTyping: true });

test("those who look at one conversation see each other come, type and go, also from another engine", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id } = await makeConversation(tenant);
  const [here, there] = [await openRealtime(), await openRealtime()];
  const [agent, manager] = [await open(here.url, tenant, tenant.agent), await open(there.url, tenant, tenant.manager)];
  agent.look(id);
  await agent.sees(id, [looking(tenant.agent)]);
  // Signals are soft: each tab says again where it looks.
  await eventually(async () => {
    agent.look(id);
    manager.look(id, true);
    await new Promise(setImmediate);
    expect(agent.seen.get(id)).toEqual([looking(tenant.agent), typing(tenant.manager)].toSorted(byId));
  });
  manager.look(id, false);
  await agent.sees(id, [looking(tenant.agent), looking(tenant.manager)]);
  manager.socket.disconnect();
  await agent.sees(id, [looking(tenant.agent)]);
});

test("who may not see a conversation neither hears who looks at it nor is seen there", async () => {
  const [tenant, stranger] = [await makeTenant({ channel: true }), await makeTenant()];
  const [sales] = tenant.departments;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [sales.id] });
  const { id } = await makeConversation(tenant, { departmentId: sales.id });
  const open1 = await makeConversation(tenant);
  const { url } = await openRealtime();
  const [agent, agent2, foreign] = [
    await open(url, tenant, colleague),
    await open(url, tenant, tenant.agent2),
    await open(url, stranger, stranger.owner),
  ];
  foreign.look(id);
  agent2.look(id);
  agent.look(id);
  await agent.sees(id, [looking(colleague)]);
  // What comes after it has been answered: then what came before has been, too.
  agent2.look(open1.id);
  await agent2.sees(open1.id, [looking(tenant.agent2)]);
  expect([agent2.seen.has(id), foreign.seen.size]).toEqual([false, 0]);
});

test("whoever loses sight of a conversation is turned away from it", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  const { id } = await makeConversation(tenant, { departmentId: sales.id, assigneeId: tenant.agent.id });
  const { url } = await openRealtime();
  const [agent, manager] = [await open(url, tenant, tenant.agent), await open(url, tenant, tenant.manager)];
  agent.look(id);
  manager.look(id);
  await manager.sees(id, [looking(tenant.agent), looking(tenant.manager)]);
  await assignConversation(tenant.manager, { conversationId: id, assigneeId: null, departmentId: support.id });
  await manager.sees(id, [looking(tenant.manager)]);
  manager.look(id, true);
  await manager.sees(id, [typing(tenant.manager)]);
  expect(agent.seen.get(id)).not.toContainEqual(typing(tenant.manager));
});
