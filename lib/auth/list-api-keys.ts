import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type * as z from "zod";
import { apiKeys, members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { idOfCursor, pageById } from "@/lib/paging";
import { authorize } from "./authorize";
import type { ListApiKeys } from "./schemas";
import type { Actor, Permission } from "./types";

/** The newest first. */
export async function listApiKeys(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListApiKeys.input>,
): Promise<z.input<typeof ListApiKeys.output>> {
  authorize(actor, "apiKeys.manage");
  const after = idOfCursor(cursor);
  const rows = await withTenant(actor, (tx) =>
    tx
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        ending: apiKeys.ending,
        role: apiKeys.role,
        scopes: apiKeys.scopes,
        createdBy: members.name,
        createdAt: apiKeys.createdAt,
        lastUsedAt: apiKeys.lastUsedAt,
      })
      .from(apiKeys)
      .leftJoin(members, and(eq(members.tenantId, apiKeys.tenantId), eq(members.id, apiKeys.createdByMemberId)))
      .where(
        and(eq(apiKeys.tenantId, actor.tenantId), isNull(apiKeys.revokedAt), after ? lt(apiKeys.id, after) : undefined),
      )
      .orderBy(desc(apiKeys.id))
      .limit(limit + 1),
  );
  return pageById(rows, limit, ({ scopes, createdAt, lastUsedAt, ...key }) => ({
    ...key,
    scopes: scopes.length > 0 ? (scopes as Permission[]) : null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
