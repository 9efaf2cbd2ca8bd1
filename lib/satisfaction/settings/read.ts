import { and, count, desc, eq, gt, isNotNull } from "drizzle-orm";
import { surveySettings, surveys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import type { NotAsked, SurveySettings } from "@/lib/satisfaction/types";
import { DAY } from "@/lib/time";

const NOT_ASKED_MS = 30 * DAY;

export type Setting = { departmentId: string; settings: SurveySettings | null; notAsked: NotAsked[] };

export async function readDepartmentSurvey(
  actor: Actor,
  { departmentId }: Pick<Setting, "departmentId">,
): Promise<Setting> {
  authorize(actor, "departments.read");
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId);
    return readSetting(tx, actor.tenantId, departmentId);
  });
}

export async function readSetting(tx: Transaction, tenantId: string, departmentId: string): Promise<Setting> {
  const settings = await surveySettingsOf(tx, tenantId, departmentId);
  return { departmentId, settings, notAsked: await listNotAsked(tx, tenantId, departmentId) };
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

async function listNotAsked(tx: Transaction, tenantId: string, departmentId: string): Promise<NotAsked[]> {
  const { droppedReason: reason, dueAt } = surveys;
  const rows = await tx
    .select({ reason, count: count() })
    .from(surveys)
    .where(
      and(
        eq(surveys.tenantId, tenantId),
        eq(surveys.departmentId, departmentId),
        isNotNull(reason),
        gt(dueAt, new Date(Date.now() - NOT_ASKED_MS)),
      ),
    )
    .groupBy(reason)
    .orderBy(desc(count()), reason);
  return rows.flatMap((row) => (row.reason === null ? [] : [{ reason: row.reason, count: row.count }]));
}
