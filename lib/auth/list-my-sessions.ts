import { sql } from "drizzle-orm";
import type * as z from "zod";
import { withSystem } from "@/db/system";
import { idOfCursor, pageById } from "@/lib/paging";
import type { ListMySessions } from "./schemas";
import { stands } from "./session-lifetime";
import type { Actor } from "./types";
import { userOf } from "./user-of";

type Row = { id: string; created_at: Date; last_seen_at: Date; ip: string | null; user_agent: string | null };

export async function listMySessions(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListMySessions.input>,
): Promise<z.input<typeof ListMySessions.output>> {
  const user = await userOf(actor);
  const after = idOfCursor(cursor) ?? null;
  const { rows } = await withSystem((tx) =>
    tx.execute<Row>(sql`
      select s.id, s.created_at, s.last_seen_at, host(s.ip) as ip, s.user_agent from sessions s
      where s.user_id = ${user.id} and ${stands} and (${after}::uuid is null or s.id < ${after}::uuid)
      order by s.id desc limit ${limit + 1}`),
  );
  return pageById(rows, limit, (row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    createdAt: new Date(row.created_at).toISOString(),
    lastSeenAt: new Date(row.last_seen_at).toISOString(),
    ip: row.ip,
    userAgent: row.user_agent,
  }));
}
