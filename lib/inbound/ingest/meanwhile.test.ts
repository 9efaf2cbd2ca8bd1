import { expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { newId } from "@/lib/ids";
import { lockSendContext } from "@/lib/messages/gate-facts";
import { putMessage } from "@/lib/messages/put-message";
import { tenantSealer } from "@/lib/vault";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestTenant } from "@/test/factories";
import { deliver, ingestAll, messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

const [old, fresh] = ["4915111111111", "4915122222222"];

const waitsForUs = () =>
  expect
    .poll(() =>
      ownerQuery("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"),
    )
    .toHaveLength(1);

async function conversationOf({ tenantId }: { tenantId: string }, phone: string): Promise<string> {
  const [row] = await ownerQuery<{ id: string }>(
    `select c.id from conversations c join contact_identities i on i.contact_id = c.contact_id
     where c.tenant_id = $1 and i.value = $2`,
    [tenantId, phone],
  );
  return row?.id ?? expect.fail("There is a conversation.");
}

/** As sendMessage does, which holds the conversation while it writes; ingest comes in between. */
async function answerWhile(tenant: TestTenant, conversationId: string, meanwhile: () => Promise<void>) {
  const { tenantId, agent } = tenant;
  const seal = await tenantSealer(tenantId);
  const id = newId();
  let applying = Promise.resolve();
  await withTenant(agent, async (tx: Transaction) => {
    const context = await lockSendContext(tx, { tenantId, conversationId });
    if (!context) throw new Error("There is a conversation.");
    applying = meanwhile();
    await waitsForUs();
    const content = { type: "text" as const, text: { body: "Hello" } };
    await putMessage(tx, agent, context, { id, clientId: null, content, quotedWamid: null, priority: 0 }, seal);
  });
  await applying;
  return id;
}

it("an answer that is written while its contact turns out to be another goes with it, and so does who gave it", async () => {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, channel, agent } = tenant;
  const write = (from: { phone: string; userId: string }, secondsBack: number) =>
    receive(channel, messagesBody(channel, { messages: [textMessage(from, { timestamp: secondsAgo(secondsBack) })] }));
  await write({ phone: old, userId: "DE.OLD" }, 300);
  await write({ phone: fresh, userId: "DE.NEW" }, 100);
  const [keptId, goneId] = [await conversationOf(tenant, old), await conversationOf(tenant, fresh)];
  const numberChange = {
    from: old,
    from_user_id: "DE.OLD",
    id: "wamid.system",
    timestamp: secondsAgo(200),
    type: "system",
    system: { type: "user_changed_number", body: "Changed the number", wa_id: fresh, user_id: "DE.NEW" },
  };
  await deliver(channel, messagesBody(channel, { messages: [numberChange] }));
  const answerId = await answerWhile(tenant, goneId, ingestAll);

  const [conversation, ...others] = await ownerQuery(
    "select id, state, assignee_id, last_message_id, waiting_since is null as calm from conversations where tenant_id = $1",
    [tenantId],
  );
  expect(others).toEqual([]);
  expect(conversation).toMatchObject({ id: keptId, state: "open", assignee_id: agent.id, last_message_id: answerId });
  const places = await ownerQuery(
    `select m.conversation_id as thread, o.conversation_id as queue, o.contact_id = m.contact_id as same
     from messages m join outbox o on o.message_id = m.id where m.tenant_id = $1 and m.id = $2`,
    [tenantId, answerId],
  );
  expect(places).toEqual([{ thread: keptId, queue: keptId, same: true }]);
  const events = await ownerQuery<{ type: string; conversation_id: string; payload: unknown }>(
    "select type, conversation_id, payload from events where tenant_id = $1 and actor = 'system:ingest' order by seq",
    [tenantId],
  );
  expect(events).toEqual(
    expect.arrayContaining([
      { type: "contact.changed", conversation_id: keptId, payload: { mergedConversationId: goneId } },
      { type: "conversation.dequeued", conversation_id: keptId, payload: {} },
      {
        type: "conversation.assigned",
        conversation_id: keptId,
        payload: { previousAssigneeId: null, previousDepartmentId: null },
      },
      {
        type: "conversation.resolved",
        conversation_id: goneId,
        payload: { mergedIntoConversationId: keptId, previousAssigneeId: agent.id, previousDepartmentId: null },
      },
    ]),
  );
});

it("a message that waited for an answer to be written does not take its place as the last, and waits for nobody", async () => {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, channel } = tenant;
  await receive(channel, messagesBody(channel, { messages: [textMessage({ phone: old })] }));
  await deliver(channel, messagesBody(channel, { messages: [textMessage({ phone: old })] }));
  const answerId = await answerWhile(tenant, await conversationOf(tenant, old), ingestAll);
  const conversations = await ownerQuery(
    "select last_message_id, waiting_since, unread_count from conversations where tenant_id = $1",
    [tenantId],
  );
  expect(conversations).toEqual([{ last_message_id: answerId, waiting_since: null, unread_count: 1 }]);
});
