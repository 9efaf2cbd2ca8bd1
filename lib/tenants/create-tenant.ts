import { members, tenants, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { systemActor, visibilityOf } from "@/lib/auth";
import { undoSecondsAtFirst } from "@/lib/auth/types";
import { InvalidError, refuseDuplicate } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import type { Language } from "@/lib/languages";
import { createTenantKey } from "@/lib/vault";
import { isFreeForm } from "./slug";

export type NewTenant = {
  slug: string;
  name: string;
  isDemo?: boolean;
  /** The version of the terms that the owner accepted. */
  termsVersion?: string;
  /** An account that exists, or a new one; without either the first owner comes by invitation. */
  owner?: { userId: string; name: string; email: string } | NewAccount;
};

type NewAccount = { name: string; email: string; passwordHash: string; locale?: Language | undefined };

/**
 * Makes a workspace with its data key and, when given, its owner.
 * @throws {ConflictError} `slug_taken`, or `account_exists` for a new owner's address
 */
export async function createTenant(wanted: NewTenant): Promise<{ tenantId: string; ownerId: string | null }> {
  const { slug, name, isDemo = false, termsVersion, owner } = wanted;
  if (!isFreeForm(slug)) {
    const message = "should be 3 to 40 small letters, digits or hyphens, and not a word that Parley uses itself";
    throw new InvalidError(`The slug "${slug}" ${message}.`, { fields: [{ path: "slug", message }] });
  }
  const tenantId = newId();
  return withSystem(async (tx) => {
    const terms = termsVersion ? { termsVersion, termsAcceptedAt: new Date() } : {};
    const made = tx.insert(tenants).values({ id: tenantId, slug, name, isDemo, ...terms });
    await refuseDuplicate(() => made, `The slug "${slug}" is taken.`, { code: "slug_taken" });
    await createTenantKey(tx, tenantId);
    const actor = systemActor(tenantId, "tenants");
    const ownerId = owner ? await addOwner(tx, tenantId, owner) : null;
    if (ownerId) await recordEvent(tx, actor, { type: "member.joined", memberId: ownerId, payload: { role: "owner" } });
    await recordAudit(tx, actor, { action: "workspace.created", details: { ownerId, termsVersion } });
    return { tenantId, ownerId };
  });
}

async function addOwner(tx: Transaction, tenantId: string, owner: NonNullable<NewTenant["owner"]>): Promise<string> {
  const { name, email } = owner;
  const [id, userId] = [newId(), "userId" in owner ? owner.userId : newId()];
  if ("passwordHash" in owner) {
    const { passwordHash, locale } = owner;
    const made = tx.insert(users).values({ id: userId, name, email, passwordHash, ...(locale && { locale }) });
    await refuseDuplicate(() => made, "There is an account with this e-mail address.", { code: "account_exists" });
  }
  await tx.insert(members).values({
    ...{ tenantId, id, userId, name, email },
    ...{ role: "owner" as const, visibility: visibilityOf("owner"), undoSeconds: undoSecondsAtFirst },
  });
  return id;
}
