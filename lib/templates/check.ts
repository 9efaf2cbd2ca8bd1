import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { channels, templates } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type FieldError, InvalidError } from "@/lib/errors";
import type { ShownTemplate, TemplateSend } from "@/lib/whatsapp/types";
import type { TemplateParts } from "./parts/parts";
import { problemsOf, type SlotProblem } from "./parts/problems";
import { readParts } from "./parts/read-parts";
import { showTemplate } from "./parts/show";
import type { TemplateValues } from "./parts/values";
import { valuesOf } from "./parts/values-of";
import { shownStatus } from "./select";
import type { TemplateFacts } from "./types";

/** A template of the account that a number belongs to, as a send needs it. */
export type KnownTemplate = TemplateFacts & { parameterFormat: string; components: Record<string, unknown>[] };

/** Null when the number's account has no such template in this language; one that is gone is answered for as such. */
export async function getTemplateOrNull(
  tx: Transaction,
  { tenantId, channelId }: { tenantId: string; channelId: string },
  { name, language }: Pick<TemplateSend, "name" | "language">,
): Promise<KnownTemplate | null> {
  const [row] = await tx
    .select({
      status: templates.status,
      removedAt: templates.removedAt,
      category: templates.category,
      parameterFormat: templates.parameterFormat,
      components: templates.components,
    })
    .from(templates)
    .innerJoin(channels, and(eq(channels.tenantId, templates.tenantId), eq(channels.wabaId, templates.wabaId)))
    .where(
      and(
        eq(channels.tenantId, tenantId),
        eq(channels.id, channelId),
        eq(templates.name, name),
        eq(templates.language, language.code),
      ),
    )
    .orderBy(sql`${isNotNull(templates.removedAt)}`, desc(templates.createdAt))
    .limit(1);
  return row ? { ...row, status: shownStatus(row) } : null;
}

/**
 * Holds a send against the template's components, and fills it in as the customer will see it.
 * @param leavesAt when it is to go
 * @throws {InvalidError} naming each value that is missing, too many, too long or of another kind
 */
export function checkTemplateSend(template: KnownTemplate, send: TemplateSend, leavesAt?: Date): ShownTemplate {
  const parts = readParts(template.components);
  const { values, extras } = valuesOf(parts, template.parameterFormat, send.components ?? []);
  const problems = problemsOf(parts, template.category, values, leavesAt);
  const fields = [...extras, ...problems.map(toField), ...missingCode(parts, template.category, values)];
  if (fields.length === 0) return showTemplate(parts, template.category, values);
  throw new InvalidError("The values do not fit this template.", {
    code: "template_values_invalid",
    fields,
    nextStep: "Give one value for each variable of the template, and none besides.",
  });
}

function toField({ key, code, most }: SlotProblem): FieldError {
  return { path: `template.${key}`, message: words[code](most.toLocaleString("en")) };
}

const words: Record<SlotProblem["code"], (most: string) => string> = {
  missing: () => "is missing",
  too_long: (most) => `can have at most ${most} characters`,
  line_break: () => "should be one line, without tabs and without more than four spaces in a row",
  bad_link: () => "should be a link that begins with https://",
  bad_location: () => "should be a latitude from -90 to 90 and a longitude from -180 to 180",
  past: () => "should lie after the time of sending",
  whole_too_long: (most) => `is longer than ${most} characters once it is filled in`,
};

/** The composer fills it by itself; whoever writes the components has to repeat the code. */
function missingCode({ buttons }: TemplateParts, category: string, values: TemplateValues): FieldError[] {
  if (category !== "AUTHENTICATION") return [];
  return buttons.flatMap(({ kind, url }, index) => {
    const takesCode = kind === "url" && url !== null && url.includes("{{");
    const isGiven = values[`button.${index}`] !== undefined;
    return takesCode && !isGiven ? [{ path: `template.button.${index}`, message: "should repeat the code" }] : [];
  });
}
