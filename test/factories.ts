/** What tests start from: a tenant of their own with its people and, when asked for, a connected number. */
import bcrypt from "bcryptjs";
import { encode } from "next-auth/jwt";
import {
  channelDirectory,
  channels,
  departmentMembers,
  departments as departmentTable,
  members,
  metaApps,
  portfolios,
  tenants,
  users,
} from "@/db/schema";
import { withSystem } from "@/db/system";
import { type Actor, createSession, nobody, type Role, sessionSecret, visibilityOf } from "@/lib/auth";
import { newId, newSecret } from "@/lib/ids";
import { createTenantKey, sealForInstallation, sealForTenant } from "@/lib/vault";

/** Everybody's password. Its hash is cheap on purpose: it says nothing about the cost of real ones. */
export const password = "correct horse battery";
const passwordHash = bcrypt.hashSync(password, 4);

export type TestPerson = Actor & { userId: string; email: string };
export type TestDepartment = { id: string; name: string };
export type TestChannel = Awaited<ReturnType<typeof makeChannel>>;

/** Who is made in a tenant, and which department they belong to. */
const people = {
  owner: { role: "owner", department: null },
  admin: { role: "admin", department: null },
  manager: { role: "manager", department: null },
  agent: { role: "agent", department: 0 },
  agent2: { role: "agent", department: 1 },
} as const satisfies Record<string, { role: Role; department: 0 | 1 | null }>;

type Name = keyof typeof people;

/**
 * A fresh tenant with an owner, an admin, a manager, `agent` of the first department and `agent2` of the second.
 * `channel: true` adds a connected number with its Meta app.
 */
export async function makeTenant<C extends boolean = false>(options: { channel?: C; name?: string } = {}) {
  const tenantId = newId();
  const slug = `t-${tenantId.replaceAll("-", "").slice(-20)}`;
  const departments: [TestDepartment, TestDepartment] = [
    { id: newId(), name: "Sales" },
    { id: newId(), name: "Support" },
  ];
  const name = options.name ?? "Test workspace";
  await withSystem(async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, slug, name });
    await createTenantKey(tx, tenantId);
    await tx.insert(departmentTable).values(departments.map((department) => ({ ...department, tenantId })));
  });
  const entries = await Promise.all(
    Object.entries(people).map(async ([key, { role, department }]) => {
      const departmentIds = department === null ? [] : [departments[department].id];
      return [key, await makeMember({ tenantId }, { role, departmentIds, name: key })] as const;
    }),
  );
  const channel = (options.channel ? await makeChannel({ tenantId }) : undefined) as C extends true
    ? TestChannel
    : undefined;
  return { tenantId, slug, name, departments, channel, ...(Object.fromEntries(entries) as Record<Name, TestPerson>) };
}

export type TestTenant = Awaited<ReturnType<typeof makeTenant<boolean>>>;

/** One more person with an account of their own and the password above. */
export async function makeMember(
  { tenantId }: { tenantId: string },
  { role, departmentIds = [], name = role }: { role: Role; departmentIds?: string[]; name?: string },
): Promise<TestPerson> {
  const [id, userId] = [newId(), newId()];
  const email = `${name.toLowerCase()}-${userId.slice(-12)}@example.test`;
  const visibility = visibilityOf(role);
  await withSystem(async (tx) => {
    await tx.insert(users).values({ id: userId, email, name, passwordHash });
    await tx.insert(members).values({ tenantId, id, userId, role, visibility, name, email });
    if (departmentIds.length > 0) {
      await tx
        .insert(departmentMembers)
        .values(departmentIds.map((departmentId) => ({ tenantId, departmentId, memberId: id })));
    }
  });
  return { tenantId, kind: "member", id, name, role, visibility, departmentIds, scopes: null, userId, email };
}

/** A session of a person, and the `Cookie` header with which a browser brings it. */
export async function startSession(person: Pick<TestPerson, "userId">): Promise<{ sessionId: string; cookie: string }> {
  const sessionId = await withSystem((tx) => createSession(tx, person.userId, nobody));
  const token = await encode({ token: { sid: sessionId }, secret: sessionSecret() });
  return { sessionId, cookie: `next-auth.session-token=${token}` };
}

const randomDigits = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => String((byte % 9) + 1)).join("");

/** A connected number with a Meta app, a portfolio, and its row in the directory by which webhooks find it. */
export async function makeChannel({ tenantId }: { tenantId: string }) {
  const [appRowId, portfolioId, id] = [newId(), newId(), newId()];
  const app = {
    id: appRowId,
    key: newSecret(12),
    appId: randomDigits(15),
    secret: newSecret(24),
    previousSecret: newSecret(24),
    verifyToken: newSecret(24),
  };
  const token = `EAAG${newSecret(48)}`;
  const channel = {
    id,
    portfolioId,
    phoneNumberId: randomDigits(15),
    wabaId: randomDigits(15),
    displayPhoneNumber: `+1555${randomDigits(7)}`,
    name: "Main number",
  };
  const tokenSealed = await sealForTenant(tenantId, token, `channels|token_sealed|${id}`);
  const sealed = (column: string, value: string) => sealForInstallation(value, `meta_apps|${column}|${appRowId}`);
  await withSystem(async (tx) => {
    await tx.insert(metaApps).values({
      id: appRowId,
      key: app.key,
      appId: app.appId,
      tenantId,
      secretSealed: sealed("secret_sealed", app.secret),
      previousSecretSealed: sealed("previous_secret_sealed", app.previousSecret),
      previousUntil: new Date(Date.now() + 3_600_000),
      verifyTokenSealed: sealed("verify_token_sealed", app.verifyToken),
    });
    await tx.insert(portfolios).values({ tenantId, id: portfolioId, name: "Test portfolio" });
    await tx.insert(channels).values({ ...channel, tenantId, metaAppId: appRowId, tokenSealed });
    await tx.insert(channelDirectory).values({
      phoneNumberId: channel.phoneNumberId,
      wabaId: channel.wabaId,
      tenantId,
      channelId: id,
      metaAppId: appRowId,
    });
  });
  return { ...channel, token, app };
}
