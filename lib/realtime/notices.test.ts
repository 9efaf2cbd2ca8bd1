import { expect, test } from "vitest";
import { setAvailability } from "@/lib/availability";
import { assignConversation } from "@/lib/conversations";
import type { Notice } from "@/lib/notifications/types";
import { makeConversation } from "@/test/conversations";
import { eventually } from "@/test/event-log";
import { makeTenant, type TestPerson } from "@/test/factories";
import { openRealtime, openSocket, signIn } from "@/test/realtime";

async function listen(url: string, workspace: string, person: TestPerson) {
  await setAvailability(person, { memberId: "me", state: "online" });
  const browser = openSocket(url, (await signIn(person)).cookie);
  const told: Notice[] = [];
  browser.socket.on("notices", (notices: Notice[]) => told.push(...notices));
  await browser.subscribe({ workspace });
  return told;
}

test("what concerns a member comes to each of their pages, and to no colleague's", async () => {
  const tenant = await makeTenant({ channel: true });
  const [, support] = tenant.departments;
  const { url } = await openRealtime();
  const [first, second, colleague, manager] = [
    await listen(url, tenant.slug, tenant.agent),
    await listen(url, tenant.slug, tenant.agent),
    await listen(url, tenant.slug, tenant.agent2),
    await listen(url, tenant.slug, tenant.manager),
  ];
  const mine = await makeConversation(tenant);
  await assignConversation(tenant.owner, { conversationId: mine.id, assigneeId: tenant.agent.id });
  const theirs = await makeConversation(tenant, { departmentId: support.id });
  await assignConversation(tenant.owner, { conversationId: theirs.id, assigneeId: tenant.agent2.id });
  await eventually(() => expect(colleague.map(({ conversationId }) => conversationId)).toEqual([theirs.id]));
  for (const told of [first, second]) {
    expect(told).toMatchObject([{ kind: "mine", cause: "assigned", conversationId: mine.id }]);
  }
  expect(manager).toEqual([]);
});
