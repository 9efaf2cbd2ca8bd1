import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { findTemplate } from "@/lib/templates";
import { readParts, slotsOf, type Template } from "@/lib/templates/types";
import type { TemplateContent } from "@/lib/whatsapp/types";
import { payloadOf } from "./payload";
import { scoresOf } from "./rules/scores-of";

type Asking = { template: Template; indexes: number[] };

/** A template that can ask: where its quick replies stand among its buttons; null where it needs values or has too few. */
export async function quickRepliesOf(tx: Transaction, actor: Actor, templateId: string): Promise<Asking | null> {
  const template = await findTemplate(tx, actor, templateId);
  const parts = readParts(template.components);
  const indexes = parts.buttons.flatMap(({ kind }, index) => (kind === "quick_reply" ? [index] : []));
  const isFit = slotsOf(parts, template.category).length === 0 && parts.unfillable.length === 0;
  return isFit && indexes.length >= 2 && indexes.length <= 5 ? { template, indexes } : null;
}

/** The question by template, with a score behind each of its buttons, the first being the best. */
export function templateContent(surveyId: string, { template, indexes }: Asking): TemplateContent {
  const scores = scoresOf(indexes.length);
  const components = indexes.map((index, at) => ({
    type: "button" as const,
    sub_type: "quick_reply",
    index: String(index),
    parameters: [{ type: "payload", payload: payloadOf(surveyId, scores[at] ?? 1) }],
  }));
  return { type: "template", template: { name: template.name, language: { code: template.language }, components } };
}
