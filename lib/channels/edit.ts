import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { channels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { showChannels } from "./list";
import type { EditChannel } from "./schemas";
import { findChannel } from "./select";
import type { Channel } from "./types";

/** Changes how a channel behaves towards customers. */
export async function editChannel(
  actor: Actor,
  { channelId, readReceipts }: z.output<typeof EditChannel.input>,
): Promise<Channel> {
  authorize(actor, "channels.manage");
  const row = await withTenant(actor, async (tx) => {
    await findChannel(tx, actor, channelId);
    await tx
      .update(channels)
      .set({ readReceipts })
      .where(and(eq(channels.tenantId, actor.tenantId), eq(channels.id, channelId)));
    await recordEvent(tx, actor, { type: "channel.changed", channelId, payload: { readReceipts } });
    await recordAudit(tx, actor, {
      action: "channel.changed",
      target: `channel:${channelId}`,
      details: { readReceipts },
    });
    return findChannel(tx, actor, channelId);
  });
  const [shown] = await showChannels([row]);
  if (!shown) throw new NotFoundError("channel");
  return shown;
}
