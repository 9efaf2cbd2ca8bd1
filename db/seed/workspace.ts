import {
  availability,
  channelDirectory,
  channels,
  departmentMembers,
  departments,
  members,
  metaApps,
  portfolios,
  tenants,
  users,
} from "@/db/schema";
import { withSystem } from "@/db/system";
import { hashPassword } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { createTenantKey, sealForInstallation, sealForTenant } from "@/lib/vault";
import type { SeedMember } from "./people";

export type Workspace = {
  tenantId: string;
  channelId: string;
  portfolioId: string;
  memberIds: Map<string, string>;
  departmentIds: Map<string, string>;
};

export type MetaAppFacts = { id: string };

/** The installation's own Meta app, whose secret signs the demo's webhooks. */
export async function seedMetaApp(facts: {
  appId: string;
  secret: string;
  verifyToken: string;
}): Promise<MetaAppFacts> {
  const id = newId();
  await withSystem((tx) =>
    tx.insert(metaApps).values({
      id,
      key: "default",
      appId: facts.appId,
      secretSealed: sealForInstallation(facts.secret, `meta_apps|secret_sealed|${id}`),
      verifyTokenSealed: sealForInstallation(facts.verifyToken, `meta_apps|verify_token_sealed|${id}`),
    }),
  );
  return { id };
}

export type WorkspacePlan = {
  slug: string;
  name: string;
  departments: string[];
  members: SeedMember[];
  password: string;
  channel: { name: string; phoneNumberId: string; wabaId: string; displayPhoneNumber: string; token: string };
  channelDepartment: string;
};

export async function seedWorkspace(plan: WorkspacePlan, metaApp: MetaAppFacts): Promise<Workspace> {
  const tenantId = newId();
  const passwordHash = await hashPassword(plan.password);
  const channelId = newId();
  const portfolioId = newId();
  const memberIds = new Map(plan.members.map(({ key }) => [key, newId()]));
  const departmentIds = new Map(plan.departments.map((name) => [name, newId()]));
  const idOf = <T>(map: Map<string, T>, key: string): T => {
    const id = map.get(key);
    if (id === undefined) throw new Error(`The seed knows no ${key}.`);
    return id;
  };
  await withSystem(async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, slug: plan.slug, name: plan.name, isDemo: true });
    await createTenantKey(tx, tenantId);
    const people = plan.members.map((member) => ({ ...member, userId: newId(), email: emailOf(plan.slug, member) }));
    await tx.insert(users).values(people.map(({ userId, email, name }) => ({ id: userId, email, name, passwordHash })));
    await tx.insert(members).values(
      people.map(({ key, userId, email, name, role, visibility }) => ({
        tenantId,
        id: idOf(memberIds, key),
        userId,
        email,
        name,
        role,
        visibility,
      })),
    );
    await tx.insert(departments).values([...departmentIds].map(([name, id]) => ({ tenantId, id, name })));
    const memberships = people.flatMap(({ key, departments: names }) =>
      names.map((name) => ({ tenantId, memberId: idOf(memberIds, key), departmentId: idOf(departmentIds, name) })),
    );
    if (memberships.length > 0) await tx.insert(departmentMembers).values(memberships);
    await tx.insert(availability).values(
      [...memberIds.values()].map((memberId) => ({
        tenantId,
        memberId,
        state: "offline" as const,
        since: new Date(),
      })),
    );
    await tx.insert(portfolios).values({ tenantId, id: portfolioId, name: plan.name });
  });
  const { token, ...channel } = plan.channel;
  const tokenSealed = await sealForTenant(tenantId, token, `channels|token_sealed|${channelId}`);
  await withSystem(async (tx) => {
    await tx.insert(channels).values({
      ...channel,
      tenantId,
      id: channelId,
      portfolioId,
      metaAppId: metaApp.id,
      departmentId: idOf(departmentIds, plan.channelDepartment),
      tokenSealed,
    });
    const { phoneNumberId, wabaId } = channel;
    await tx.insert(channelDirectory).values({ phoneNumberId, wabaId, tenantId, channelId, metaAppId: metaApp.id });
  });
  return { tenantId, channelId, portfolioId, memberIds, departmentIds };
}

export function emailOf(slug: string, member: SeedMember): string {
  return `${member.key}@${slug}.example`;
}
