import { and, eq, inArray } from "drizzle-orm";
import { tenants } from "@/db/schema";
import { withSystem } from "@/db/system";
import { recordAudit } from "@/lib/audit";
import { systemActor } from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { findTenantBySlug, type Tenant } from "./find-tenant";

/** Members and keys are refused, with the reason, until it is resumed. Nothing is lost: messages go on arriving. */
export async function suspendTenant(slug: string): Promise<Tenant> {
  return change(slug, ["active"], "suspended");
}

export async function resumeTenant(slug: string): Promise<Tenant> {
  return change(slug, ["suspended"], "active");
}

/** For good: a closed workspace is not opened again. */
export async function closeTenant(slug: string): Promise<Tenant> {
  return change(slug, ["active", "suspended"], "closed");
}

async function change(slug: string, from: Tenant["status"][], status: Tenant["status"]): Promise<Tenant> {
  const tenant = await findTenantBySlug(slug);
  await withSystem(async (tx) => {
    const changed = await tx
      .update(tenants)
      .set({ status })
      .where(and(eq(tenants.id, tenant.id), inArray(tenants.status, from)))
      .returning({ id: tenants.id });
    if (changed.length === 0) {
      const now = (await findTenantBySlug(slug)).status;
      throw new ConflictError(`The workspace ${slug} is ${now}.`, { code: `workspace_${now}` });
    }
    const actor = systemActor(tenant.id, "operator");
    await recordEvent(tx, actor, { type: "settings.changed", payload: { workspaceStatus: status } });
    await recordAudit(tx, actor, { action: `workspace.${status === "active" ? "resumed" : status}` });
  });
  return { ...tenant, status };
}
