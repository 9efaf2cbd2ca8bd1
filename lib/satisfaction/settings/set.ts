import { surveySettings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { quickRepliesOf } from "@/lib/satisfaction/template-buttons";
import type { SurveySettings } from "@/lib/satisfaction/types";
import { storableText } from "@/lib/text";
import type { Setting } from "./read";

type Input = { departmentId: string; settings: SurveySettings };

/** @throws {InvalidError} for a template that could not carry the question */
export async function setDepartmentSurvey(actor: Actor, { departmentId, settings }: Input): Promise<Setting> {
  authorize(actor, "satisfaction.manage");
  const { tenantId } = actor;
  const kept: SurveySettings = {
    ...settings,
    question: storableText(settings.question),
    choices: settings.choices.map(storableText),
    commentQuestion: settings.commentQuestion && storableText(settings.commentQuestion),
    thanks: storableText(settings.thanks),
  };
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId, { lock: true });
    if (kept.templateId !== null && (await quickRepliesOf(tx, actor, kept.templateId)) === null) {
      throw new InvalidError("This template cannot ask the question.", {
        code: "survey_template_unfit",
        fields: [{ path: "templateId", message: "should have no variables and two to five quick replies" }],
        nextStep: "Choose a utility template without variables and with two to five quick replies, the best first.",
      });
    }
    await tx
      .insert(surveySettings)
      .values({ tenantId, departmentId, ...kept })
      .onConflictDoUpdate({ target: [surveySettings.tenantId, surveySettings.departmentId], set: kept });
    await recordEvent(tx, actor, { type: "department.changed", departmentId, payload: { created: false } });
    return { departmentId, settings: kept };
  });
}
