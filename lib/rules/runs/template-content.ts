import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import type { RuleAction } from "@/lib/rules/types";
import { getTemplateOrNull } from "@/lib/templates";
import { componentsOf, readParts } from "@/lib/templates/types";
import type { TemplateSend } from "@/lib/whatsapp/types";

type Wanted = Extract<RuleAction, { kind: "template" }>;

/** A template as it is sent in this conversation; one that its number does not have is left to the gate. */
export async function templateContent(
  actor: Actor,
  conversationId: string,
  { name, language, values }: Wanted,
  fill: (text: string) => Promise<string>,
): Promise<TemplateSend> {
  const send = { name, language: { code: language } };
  const known = await withTenant(actor, async (tx) =>
    getTemplateOrNull(tx, await findConversation(tx, actor, conversationId), send),
  );
  if (!known) return send;
  const entries = await Promise.all(
    Object.entries(values).map(async ([key, text]) => [key, await fill(text)] as const),
  );
  const components = componentsOf(readParts(known.components), known, Object.fromEntries(entries));
  return components.length > 0 ? { ...send, components } : send;
}
