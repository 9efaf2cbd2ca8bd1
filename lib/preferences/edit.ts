import { sql } from "drizzle-orm";
import type * as z from "zod";
import { preferences } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { preferencesOf } from "./read";
import { refuseUnlessMember } from "./refuse-unless-member";
import type { EditPreferences } from "./schemas";
import type { Preferences } from "./types";

/** Changes what is named; of the notifications each kind by itself. Their other pages follow. */
export async function editPreferences(
  actor: Actor,
  changes: z.output<typeof EditPreferences.input>,
): Promise<Preferences> {
  authorize(actor, "profile.edit");
  refuseUnlessMember(actor);
  const { notices, noticesSetUp, ...plain } = changes;
  const set = {
    ...plain,
    ...(notices ? { notices: sql`${preferences.notices} || ${JSON.stringify(notices)}::jsonb` } : {}),
    ...(noticesSetUp ? { noticesSetUpAt: sql`coalesce(${preferences.noticesSetUpAt}, now())` } : {}),
  };
  return withTenant(actor, async (tx) => {
    const { tenantId, id: memberId } = actor;
    const first = { ...plain, notices: notices ?? {}, noticesSetUpAt: noticesSetUp ? new Date() : null };
    const insert = tx.insert(preferences).values({ tenantId, memberId, ...first });
    const target = [preferences.tenantId, preferences.memberId];
    if (Object.keys(set).length === 0) return preferencesOf(tx, actor);
    await insert.onConflictDoUpdate({ target, set });
    await recordEvent(tx, actor, { type: "preferences.changed", memberId });
    return preferencesOf(tx, actor);
  });
}
