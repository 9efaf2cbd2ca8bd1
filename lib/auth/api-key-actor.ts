import { sql } from "drizzle-orm";
import { withSystem } from "@/db/system";
import { UnauthenticatedError } from "@/lib/errors";
import { consumeWithin } from "@/lib/limits";
import { parseApiKey } from "./api-key";
import { refuseUnlessOpen } from "./read-session";
import { type Actor, type Permission, type Role, visibilityOf } from "./types";

type Row = {
  id: string;
  name: string;
  role: Role;
  scopes: Permission[];
  revoked: boolean;
  stale: boolean;
  tenant_status: string;
};

/**
 * Whom an API key stands for.
 * @throws {UnauthenticatedError} unknown or revoked
 * @throws {ForbiddenError} the workspace is suspended or closed
 * @throws {LimitReachedError} too many requests by this key
 */
export async function actorOfApiKey(key: string): Promise<Actor> {
  const parsed = parseApiKey(key);
  if (!parsed) throw unknownKey();
  const { tenantId, hash } = parsed;
  return withSystem(async (tx) => {
    // A lost count or last-used time does no harm, so no request waits for the disk.
    const { rows } = await tx.execute<Row>(sql`
      select k.id, k.name, k.role, k.scopes, k.revoked_at is not null as revoked, t.status as tenant_status,
        (k.last_used_at is null or k.last_used_at < now() - interval '1 minute') as stale,
        set_config('synchronous_commit', 'off', true)
      from api_keys k join tenants t on t.id = k.tenant_id
      where k.tenant_id = ${tenantId} and k.hash = ${hash}`);
    const row = rows[0];
    if (!row) throw unknownKey();
    if (row.revoked) throw new UnauthenticatedError("This API key was revoked.", { code: "api_key_revoked" });
    refuseUnlessOpen(row.tenant_status);
    await consumeWithin(tx, "apiKey", row.id);
    if (row.stale) {
      await tx.execute(sql`update api_keys set last_used_at = now() where tenant_id = ${tenantId} and id = ${row.id}`);
    }
    return {
      tenantId,
      kind: "api_key",
      id: row.id,
      name: row.name,
      role: row.role,
      visibility: visibilityOf(row.role),
      departmentIds: [],
      scopes: row.scopes.length > 0 ? row.scopes : null,
    };
  });
}

function unknownKey(): UnauthenticatedError {
  return new UnauthenticatedError("This API key is not known.", {
    code: "api_key_unknown",
    nextStep: "Send Authorization: Bearer with a key of this installation.",
  });
}
