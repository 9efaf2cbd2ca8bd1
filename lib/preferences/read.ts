import { and, eq } from "drizzle-orm";
import { preferences } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { refuseUnlessMember } from "./refuse-unless-member";
import { defaultPreferences, type Preferences, withDefaults } from "./types";

export async function readPreferences(actor: Actor): Promise<Preferences> {
  authorize(actor, "profile.read");
  refuseUnlessMember(actor);
  return withTenant(actor, (tx) => preferencesOf(tx, actor));
}

export async function preferencesOf(tx: Transaction, { tenantId, id }: Actor): Promise<Preferences> {
  const [row] = await tx
    .select()
    .from(preferences)
    .where(and(eq(preferences.tenantId, tenantId), eq(preferences.memberId, id)));
  if (!row) return defaultPreferences;
  const { keys, notices, density, awayAfterMinutes, noticesSetUpAt } = row;
  return { keys, notices: withDefaults(notices), density, awayAfterMinutes, noticesSetUp: noticesSetUpAt !== null };
}
