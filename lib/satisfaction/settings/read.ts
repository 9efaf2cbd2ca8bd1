import { and, eq } from "drizzle-orm";
import { surveySettings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import type { SurveySettings } from "@/lib/satisfaction/types";

export type Setting = { departmentId: string; settings: SurveySettings | null };

export async function readDepartmentSurvey(
  actor: Actor,
  { departmentId }: Pick<Setting, "departmentId">,
): Promise<Setting> {
  authorize(actor, "departments.read");
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId);
    return { departmentId, settings: await surveySettingsOf(tx, actor.tenantId, departmentId) };
  });
}

export async function surveySettingsOf(
  tx: Transaction,
  tenantId: string,
  departmentId: string | null,
): Promise<SurveySettings | null> {
  if (departmentId === null) return null;
  const [found] = await tx
    .select()
    .from(surveySettings)
    .where(and(eq(surveySettings.tenantId, tenantId), eq(surveySettings.departmentId, departmentId)));
  if (!found) return null;
  const { tenantId: _, departmentId: __, ...settings } = found;
  return settings;
}
