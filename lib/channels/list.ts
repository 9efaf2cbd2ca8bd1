import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { channels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import { webhookPathsOf } from "./meta-apps";
import type { ListChannels } from "./schemas";
import { beforeChannel, newestFirst, type ShownChannel, selectChannels, toChannel } from "./select";
import type { Channel } from "./types";

/** The workspace's numbers, the newest first. */
export async function listChannels(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListChannels.input>,
): Promise<{ items: Channel[]; nextCursor: string | null }> {
  authorize(actor, "channels.read");
  const after = readCursor(cursor, TimePlace);
  const rows = await withTenant(actor, (tx) =>
    selectChannels(tx)
      .where(and(eq(channels.tenantId, actor.tenantId), after && beforeChannel(...after)))
      .orderBy(...newestFirst)
      .limit(limit + 1),
  );
  const page = cutPage(rows, limit, ({ channel }) => [channel.createdAt.toISOString(), channel.id]);
  return { items: await showChannels(page.shown), nextCursor: page.nextCursor };
}

export async function showChannels(rows: ShownChannel[]): Promise<Channel[]> {
  const paths = await webhookPathsOf([...new Set(rows.map(({ channel }) => channel.metaAppId))]);
  return rows.map((row) => toChannel(row, paths.get(row.channel.metaAppId) ?? ""));
}
