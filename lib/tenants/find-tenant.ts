import { asc, eq } from "drizzle-orm";
import { tenants } from "@/db/schema";
import { withSystem } from "@/db/system";
import { NotFoundError } from "@/lib/errors";

export type Tenant = {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended" | "closed";
  createdAt: Date;
};

const shown = {
  id: tenants.id,
  slug: tenants.slug,
  name: tenants.name,
  status: tenants.status,
  createdAt: tenants.createdAt,
};

export async function findTenantBySlug(slug: string): Promise<Tenant> {
  const [row] = await withSystem((tx) => tx.select(shown).from(tenants).where(eq(tenants.slug, slug)));
  if (!row) throw new NotFoundError("workspace");
  return row;
}

/** All of them, by slug: for the operator. */
export async function listTenants(): Promise<Tenant[]> {
  return withSystem((tx) => tx.select(shown).from(tenants).orderBy(asc(tenants.slug)));
}

export async function nameOfWorkspace({ tenantId }: { tenantId: string }): Promise<{ slug: string; name: string }> {
  const [row] = await withSystem((tx) =>
    tx.select({ slug: tenants.slug, name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId)),
  );
  if (!row) throw new NotFoundError("workspace");
  return row;
}
