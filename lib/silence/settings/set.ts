import { and, eq } from "drizzle-orm";
import { silenceSettings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { type Setting, silenceSettingsOf } from "./read";

export async function setDepartmentSilence(actor: Actor, { departmentId, settings }: Setting): Promise<Setting> {
  authorize(actor, "silence.manage");
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId, { lock: true });
    const own = and(eq(silenceSettings.tenantId, tenantId), eq(silenceSettings.departmentId, departmentId));
    if (settings === null) await tx.delete(silenceSettings).where(own);
    else {
      const kept = { ...settings, warning: settings.warning && storableText(settings.warning) };
      await tx
        .insert(silenceSettings)
        .values({ tenantId, departmentId, ...kept })
        .onConflictDoUpdate({ target: [silenceSettings.tenantId, silenceSettings.departmentId], set: kept });
    }
    await recordEvent(tx, actor, { type: "department.changed", departmentId, payload: { created: false } });
    return { departmentId, settings: await silenceSettingsOf(tx, tenantId, departmentId) };
  });
}
