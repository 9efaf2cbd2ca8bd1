import { eq, inArray } from "drizzle-orm";
import { members, tenants, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { hashPassword, passwordFits } from "@/lib/auth";

/** The password that is printed is the one that works, also when it was changed since the first start. */
export async function keepPassword(password: string): Promise<void> {
  const people = await withSystem((tx) =>
    tx
      .selectDistinct({ id: users.id, passwordHash: users.passwordHash })
      .from(users)
      .innerJoin(members, eq(members.userId, users.id))
      .innerJoin(tenants, eq(tenants.id, members.tenantId))
      .where(eq(tenants.isDemo, true)),
  );
  const first = people[0];
  if (!first || (await passwordFits(password, first.passwordHash))) return;
  const passwordHash = await hashPassword(password);
  const ids = people.map(({ id }) => id);
  await withSystem((tx) => tx.update(users).set({ passwordHash }).where(inArray(users.id, ids)));
}
