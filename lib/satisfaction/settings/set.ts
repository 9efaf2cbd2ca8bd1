import { surveySettings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findDepartment } from "@/lib/departments";
import { type FieldError, InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { unknownVariables } from "@/lib/quick-replies/types";
import { findAsking } from "@/lib/satisfaction/template-question";
import type { SurveySettings } from "@/lib/satisfaction/types";
import { problemsOf } from "@/lib/templates/types";
import { storableText } from "@/lib/text";
import { readSetting, type Setting } from "./read";

type Input = { departmentId: string; settings: SurveySettings };

/** @throws {InvalidError} for a template that could not carry the question, or is not filled in */
export async function setDepartmentSurvey(actor: Actor, { departmentId, settings }: Input): Promise<Setting> {
  authorize(actor, "satisfaction.manage");
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    await findDepartment(tx, actor, departmentId, { lock: true });
    const kept: SurveySettings = {
      ...settings,
      question: storableText(settings.question),
      choices: settings.choices.map(storableText),
      commentQuestion: settings.commentQuestion && storableText(settings.commentQuestion),
      thanks: storableText(settings.thanks),
      templateValues: await valuesOf(tx, actor, settings),
    };
    await tx
      .insert(surveySettings)
      .values({ tenantId, departmentId, ...kept })
      .onConflictDoUpdate({ target: [surveySettings.tenantId, surveySettings.departmentId], set: kept });
    await recordEvent(tx, actor, { type: "department.changed", departmentId, payload: { created: false } });
    return readSetting(tx, tenantId, departmentId);
  });
}

/** What the template's variables are filled with, and nothing besides. */
async function valuesOf(tx: Transaction, actor: Actor, { templateId, templateValues }: SurveySettings) {
  if (templateId === null) return {};
  const found = await findAsking(tx, actor, templateId);
  if (!found) {
    throw new InvalidError("This template cannot ask the question.", {
      code: "survey_template_unfit",
      fields: [
        { path: "settings.templateId", message: "should have words only to fill in and two to five quick replies" },
      ],
      nextStep:
        "Choose a utility template with two to five quick replies, the best first, and no files or links to fill in.",
    });
  }
  const { template, asking } = found;
  const values = Object.fromEntries(
    asking.slots.map(({ key }) => [key, storableText(templateValues[key] ?? "").trim()]),
  );
  const fields: FieldError[] = [
    ...problemsOf(asking.parts, template.category, values).map(({ key }) =>
      fieldOf(key, "should be filled in, in one short line"),
    ),
    ...Object.entries(values)
      .filter(([, text]) => unknownVariables(text).length > 0)
      .map(([key]) => fieldOf(key, "should name only variables that there are")),
  ];
  if (fields.length === 0) return values;
  throw new InvalidError("The template's variables are not filled in.", {
    code: "survey_values_invalid",
    fields,
    nextStep: "Say for each variable of the template what it is filled with.",
  });
}

function fieldOf(key: string, message: string): FieldError {
  return { path: `settings.templateValues.${key}`, message };
}
