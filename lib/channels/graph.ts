import { and, eq } from "drizzle-orm";
import { channels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { env } from "@/lib/env";
import { ConflictError, NotFoundError } from "@/lib/errors";
import { openForTenant } from "@/lib/vault";
import { type Graph, graph } from "@/lib/whatsapp";

export type ChannelToken = { tenantId: string; channelId: string; tokenSealed: Buffer };
export type ChannelGraph = { graph: Graph; phoneNumberId: string; wabaId: string };

const MOST_KEPT = 500;
/** By channel, and only as long as the sealed token is the same: a replaced token takes hold at once, in every process. */
const opened = new Map<string, { sealed: Buffer; graph: Graph }>();

/** The Cloud API in the name of a channel whose row the caller has read. */
export async function graphOf({ tenantId, channelId, tokenSealed }: ChannelToken): Promise<Graph> {
  const known = opened.get(channelId);
  if (known?.sealed.equals(tokenSealed)) return known.graph;
  const token = await openForTenant(tenantId, tokenSealed, tokenContext(channelId));
  const made = graphWith(token.toString());
  if (opened.size >= MOST_KEPT) opened.delete(opened.keys().next().value ?? "");
  opened.set(channelId, { sealed: tokenSealed, graph: made });
  return made;
}

/** @throws {ConflictError} when the channel has no token any more */
export async function graphForChannel(tenantId: string, channelId: string): Promise<ChannelGraph> {
  const [row] = await withTenant({ tenantId }, (tx) =>
    tx
      .select({ tokenSealed: channels.tokenSealed, phoneNumberId: channels.phoneNumberId, wabaId: channels.wabaId })
      .from(channels)
      .where(and(eq(channels.tenantId, tenantId), eq(channels.id, channelId))),
  );
  if (!row) throw new NotFoundError("channel");
  const { tokenSealed, phoneNumberId, wabaId } = row;
  if (!tokenSealed) throw new ConflictError("This channel has no token.", { code: "channel_disconnected" });
  return { graph: await graphOf({ tenantId, channelId, tokenSealed }), phoneNumberId, wabaId };
}

export function graphWith(token: string): Graph {
  const { WHATSAPP_GRAPH_URL, WHATSAPP_GRAPH_VERSION } = env();
  return graph({ baseUrl: WHATSAPP_GRAPH_URL, version: WHATSAPP_GRAPH_VERSION, token });
}

export function tokenContext(channelId: string): string {
  return `channels|token_sealed|${channelId}`;
}
