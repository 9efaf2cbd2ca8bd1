import { and, eq, ne } from "drizzle-orm";
import type * as z from "zod";
import { channels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { sealForTenant } from "@/lib/vault";
import { checkValues } from "./checks";
import { tokenContext } from "./graph";
import { showChannels } from "./list";
import { appCredentials } from "./meta-apps";
import type { ReplaceChannelToken } from "./schemas";
import { findChannel } from "./select";
import type { Channel } from "./types";

/** Puts a token in place that Meta confirms for this number; what waited for it leaves at once. */
export async function replaceChannelToken(
  actor: Actor,
  { channelId, token }: z.output<typeof ReplaceChannelToken.input>,
): Promise<Channel> {
  authorize(actor, "channels.manage");
  const { channel } = await withTenant(actor, (tx) => findChannel(tx, actor, channelId));
  if (channel.state === "disconnected") throw disconnected();
  const app = await appCredentials(channel.metaAppId);
  const { checks } = await checkValues({ ...channel, token, appId: app.id, appSecret: app.secret });
  if (checks.some(({ state }) => state !== "passed")) {
    throw new InvalidError("Meta did not confirm this token for the number.", {
      code: "channel_check_failed",
      details: { checks },
      nextStep: "Make a token for the channel's app, with access to its WhatsApp account.",
    });
  }
  const tokenSealed = await sealForTenant(actor.tenantId, token, tokenContext(channelId));
  const row = await withTenant(actor, async (tx) => {
    const [changed] = await tx
      .update(channels)
      .set({ tokenSealed, state: "active", stoppedCode: null, stoppedAt: null })
      .where(and(eq(channels.tenantId, actor.tenantId), eq(channels.id, channelId), ne(channels.state, "disconnected")))
      .returning({ id: channels.id });
    if (!changed) throw disconnected();
    await recordEvent(tx, actor, { type: "channel.changed", channelId, payload: { state: "active" } });
    const shown = await findChannel(tx, actor, channelId);
    await recordAudit(tx, actor, { action: "channel.tokenReplaced", target: `channel:${channelId}` });
    return shown;
  });
  const [shown] = await showChannels([row]);
  if (!shown) throw new NotFoundError("channel");
  return shown;
}

function disconnected(): ConflictError {
  return new ConflictError("This number is disconnected.", {
    code: "channel_disconnected",
    nextStep: "Connect it again.",
  });
}
