import { and, eq } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import type { Actor } from "./types";

export type User = Omit<typeof users.$inferSelect, "passwordHash" | "createdAt">;

const shown = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  timeZone: users.timeZone,
  theme: users.theme,
};

/** The person behind a member. @throws {ForbiddenError} for an API key, which has no account */
export async function userOf(actor: Actor): Promise<User> {
  if (actor.kind !== "member") {
    throw new ForbiddenError("An API key has no account of its own.", {
      code: "members_only",
      nextStep: "Sign in as a member.",
    });
  }
  const [row] = await withSystem((tx) =>
    tx
      .select(shown)
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, actor.id))),
  );
  if (!row) throw new NotFoundError("member");
  return row;
}

export async function findUser(userId: string): Promise<User> {
  const [row] = await withSystem((tx) => tx.select(shown).from(users).where(eq(users.id, userId)));
  if (!row) throw new NotFoundError("user");
  return row;
}

/** Whether an address has an account: only for those who have proved that it is theirs. */
export async function getUserByEmailOrNull(email: string): Promise<User | null> {
  const [row] = await withSystem((tx) => tx.select(shown).from(users).where(eq(users.email, email)));
  return row ?? null;
}

/** The account's own part of a profile; the copies of its name in workspaces are for the caller to bring along. */
export async function editUser(userId: string, changes: Partial<Omit<User, "id" | "email">>): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await withSystem((tx) => tx.update(users).set(changes).where(eq(users.id, userId)));
}
