import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { readCursor, readEventsAfter } from "@/lib/events";
import { takeOverThread } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { untilSettled } from "@/test/event-log";
import { control, makeScene, startMeta } from "@/test/sending";
import { changeBody, receive, secondsAgo } from "@/test/webhooks";
import { followConversation, followEvents } from "./follow";
import { chooseServiceLevelPolicy, createServiceLevelPolicy } from "./index";

let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startMeta();
});

afterAll(() => simulator.close());

/** A customer who waits where a reply and a resolution are promised. */
async function scene() {
  const made = await makeScene(simulator);
  const { admin, agent, channel, customer, departments, tenantId } = made;
  const { conversationId, phone } = customer;
  const departmentId = departments[0].id;
  const promise = { firstReplyMinutes: 10, nextReplyMinutes: 10, resolutionMinutes: 100, inHours: false };
  const policy = await createServiceLevelPolicy(admin, { ...promise, name: "Gold", warnAtPercent: 80 });
  await chooseServiceLevelPolicy(admin, { departmentId, policyId: policy.id });
  await ownerQuery("update conversations set department_id = $2 where id = $1", [conversationId, departmentId]);
  await followConversation(systemActor(tenantId, "serviceLevels"), conversationId, new Date());
  const handOver = (type: "control_taken" | "control_passed") =>
    receive(
      channel,
      changeBody(channel, "messaging_handovers", {
        messaging_product: "whatsapp",
        sender: { phone_number: phone },
        recipient: { phone_number_id: channel.phoneNumberId },
        type,
        timestamp: secondsAgo(-2),
        [type]: { previous_owner_role: "customer_service", new_owner_role: "ai_agent" },
      }),
    );
  const isTaken = async () => {
    await control(simulator, "responders", {
      phoneNumberId: channel.phoneNumberId,
      from: phone,
      responder: "ai_agent",
    });
    await handOver("control_taken");
  };
  let read = "0.0";
  /** As the reader does with what has happened since it was last asked. */
  const follow = async () => {
    await untilSettled();
    const events = await withTenant({ tenantId }, (tx) => readEventsAfter(tx, readCursor(read), 500));
    read = events.at(-1)?.cursor ?? read;
    await followEvents(events);
    return events.map(({ type }) => type);
  };
  const running = async () => {
    const rows = await ownerQuery<{ kind: string }>(
      `select kind from service_levels where tenant_id = $1 and met_at is null and cancelled_at is null order by kind`,
      [tenantId],
    );
    return rows.map(({ kind }) => kind);
  };
  return { agent, conversationId, isTaken, follow, running };
}

test("a thread that another responder has been given promises nothing any more", async () => {
  const { isTaken, follow, running } = await scene();
  expect(await running()).toEqual(expect.arrayContaining(["first_reply", "resolution"]));
  await isTaken();
  expect(await follow()).toContain("conversation.ownerChanged");
  expect(await running()).toEqual([]);
});

test("whoever takes the thread over is held to its promises again", async () => {
  const { agent, conversationId, isTaken, follow, running } = await scene();
  await isTaken();
  await follow();
  await takeOverThread(agent, { conversationId });
  expect(await follow()).toContain("conversation.ownerChanged");
  expect(await running()).toContain("resolution");
});
