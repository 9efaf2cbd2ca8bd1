import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { fillVariables, missingVariables, type VariableValues } from "@/lib/quick-replies/types";
import { findTemplate } from "@/lib/templates";
import { componentsOf, type Template } from "@/lib/templates/types";
import type { TemplateContent } from "@/lib/whatsapp/types";
import { payloadOf } from "./payload";
import { type Asking, askingOf } from "./rules/asking-of";
import { scoresOf } from "./rules/scores-of";

type AskingTemplate = { template: Template; asking: Asking };

/**
 * Null where the template cannot ask.
 * @throws {NotFoundError}
 */
export async function findAsking(tx: Transaction, actor: Actor, templateId: string): Promise<AskingTemplate | null> {
  const template = await findTemplate(tx, actor, templateId);
  const asking = askingOf(template);
  return asking && { template, asking };
}

type Filling = AskingTemplate & { texts: Record<string, string>; known: VariableValues };

/** The question by template, with a score behind each of its buttons, the first being the best; null where a value is missing. */
export function templateQuestion(
  surveyId: string,
  { template, asking, texts, known }: Filling,
): TemplateContent | null {
  const { parts, slots, replyIndexes } = asking;
  const values = Object.fromEntries(slots.map(({ key }) => [key, fillVariables(texts[key] ?? "", known)]));
  if (Object.values(values).some((value) => value.trim() === "" || missingVariables(value).length > 0)) return null;
  const scores = scoresOf(replyIndexes.length);
  const buttons = replyIndexes.map((index, at) => ({
    type: "button" as const,
    sub_type: "quick_reply",
    index: String(index),
    parameters: [{ type: "payload", payload: payloadOf(surveyId, scores[at] ?? 1) }],
  }));
  const { name, language } = template;
  const components = [...componentsOf(parts, template, values), ...buttons];
  return { type: "template", template: { name, language: { code: language }, components } };
}
