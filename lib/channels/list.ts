import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { channels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { decodeCursor, encodeCursor } from "@/lib/paging";
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
  const after = cursor === undefined ? null : placeOf(cursor);
  const rows = await withTenant(actor, (tx) =>
    selectChannels(tx)
      .where(and(eq(channels.tenantId, actor.tenantId), after ? beforeChannel(after) : undefined))
      .orderBy(...newestFirst)
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1)?.channel : undefined;
  return {
    items: await showChannels(page),
    nextCursor: last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
  };
}

export async function showChannels(rows: ShownChannel[]): Promise<Channel[]> {
  const paths = await webhookPathsOf([...new Set(rows.map(({ channel }) => channel.metaAppId))]);
  return rows.map((row) => toChannel(row, paths.get(row.channel.metaAppId) ?? ""));
}

function placeOf(cursor: string): { createdAt: Date; id: string } {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at === "string" && !Number.isNaN(Date.parse(at)) && isUuid(id)) return { createdAt: new Date(at), id };
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
