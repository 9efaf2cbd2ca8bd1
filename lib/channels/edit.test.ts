import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { editChannel, listChannels } from "./index";

test("an admin sets when customers are told that they were read, and everybody's screen hears of it", async () => {
  const { tenantId, admin, agent, channel } = await makeTenant({ channel: true });
  expect((await listChannels(agent, { limit: 50 })).items[0]).toMatchObject({ readReceipts: "on_open" });
  const edited = await editChannel(admin, { channelId: channel.id, readReceipts: "by_hand" });
  expect(edited.readReceipts).toBe("by_hand");
  const events = await ownerQuery("select 1 from events where tenant_id = $1 and type = 'channel.changed'", [tenantId]);
  expect(events).toHaveLength(1);
});

test("an agent cannot, and another workspace's channel is not found", async () => {
  const [own, stranger] = [await makeTenant({ channel: true }), await makeTenant()];
  const change = { channelId: own.channel.id, readReceipts: "on_reply" as const };
  await expect(editChannel(own.agent, change)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(editChannel(stranger.owner, change)).rejects.toMatchObject({ code: "channel_not_found" });
});
