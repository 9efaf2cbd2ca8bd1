import { and, eq, ne } from "drizzle-orm";
import { channels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { log } from "@/lib/log";
import { unbindChannel } from "./bind";
import { graphForChannel } from "./graph";
import { showChannels } from "./list";
import { findChannel } from "./select";
import type { Channel } from "./types";

/** Ends a number: no more webhooks, no token, no sending. What waits in the outbox fails with the reason. */
export async function disconnectChannel(actor: Actor, { channelId }: { channelId: string }): Promise<Channel> {
  authorize(actor, "channels.manage");
  const { channel } = await withTenant(actor, (tx) => findChannel(tx, actor, channelId));
  if (channel.state !== "disconnected") {
    if (await isLastOfAccount(actor, channel)) await unsubscribe(actor, channelId);
    await unbindChannel(actor, channelId);
  }
  const row = await withTenant(actor, (tx) => findChannel(tx, actor, channelId));
  const [shown] = await showChannels([row]);
  if (!shown) throw new NotFoundError("channel");
  return shown;
}

/** An app is subscribed to an account, not to a number: another number of it still needs the webhooks. */
async function isLastOfAccount({ tenantId }: Actor, { id, wabaId }: { id: string; wabaId: string }): Promise<boolean> {
  const others = await withTenant({ tenantId }, (tx) =>
    tx
      .select({ id: channels.id })
      .from(channels)
      .where(
        and(
          eq(channels.tenantId, tenantId),
          eq(channels.wabaId, wabaId),
          ne(channels.id, id),
          ne(channels.state, "disconnected"),
        ),
      )
      .limit(1),
  );
  return others.length === 0;
}

/** A dead token cannot unsubscribe; without an entry in the directory its webhooks change nothing all the same. */
async function unsubscribe({ tenantId }: Actor, channelId: string): Promise<void> {
  const { graph, wabaId } = await graphForChannel(tenantId, channelId);
  const result = await graph.unsubscribeApp(wabaId);
  if (!result.ok) log().warn({ channelId, code: result.error.code }, "Meta did not unsubscribe the app.");
}
