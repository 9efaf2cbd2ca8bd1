import { and, eq } from "drizzle-orm";
import { silenceSettings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import type { SilenceSettings } from "@/lib/silence/types";

export type Setting = { departmentId: string; settings: SilenceSettings | null };

export async function readDepartmentSilence(
  actor: Actor,
  { departmentId }: Pick<Setting, "departmentId">,
): Promise<Setting> {
  authorize(actor, "departments.read");
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId);
    return { departmentId, settings: await silenceSettingsOf(tx, actor.tenantId, departmentId) };
  });
}

/** Null: it never closes anything by itself. */
export async function silenceSettingsOf(
  tx: Transaction,
  tenantId: string,
  departmentId: string | null,
): Promise<SilenceSettings | null> {
  if (departmentId === null) return null;
  const { closeAfterMinutes, warnBeforeMinutes, warning, closingReason } = silenceSettings;
  const [found] = await tx
    .select({ closeAfterMinutes, warnBeforeMinutes, warning, closingReason })
    .from(silenceSettings)
    .where(and(eq(silenceSettings.tenantId, tenantId), eq(silenceSettings.departmentId, departmentId)));
  return found ?? null;
}
