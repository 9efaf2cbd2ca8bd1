import { expect, test } from "vitest";
import type { RecordedEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { makeTenant } from "@/test/factories";
import { framesByRoom, memberRoom } from "./audience";
import { framesFor } from "./frames";

test("what a member began to write is told to their own screens alone, whatever others may see", async () => {
  const { tenantId, owner, agent, agent2 } = await makeTenant();
  const conversationId = newId();
  const facts = new Map([[conversationId, { departmentId: null, assigneeId: agent2.id, state: "open" }]]);
  const event: RecordedEvent = {
    ...{ cursor: "1.1", tenantId, type: "draft.changed", actor: `member:${owner.id}`, at: new Date().toISOString() },
    ...{
      conversationId,
      contactId: null,
      messageId: null,
      channelId: null,
      departmentId: null,
      causeId: null,
      payload: {},
    },
    memberId: owner.id,
  };
  for (const asker of [agent, agent2]) expect(framesFor(asker, [event], facts)).toEqual([]);
  const rooms = framesByRoom([owner, agent, agent2], [event], facts);
  const told = [...rooms].filter(([, frames]) => frames.length > 0).map(([room]) => room);
  expect(told).toEqual([memberRoom(owner)]);
});
