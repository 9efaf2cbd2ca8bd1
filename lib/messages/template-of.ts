import type { Transaction } from "@/db/transaction";
import { checkTemplateSend, getTemplateOrNull, type KnownTemplate } from "@/lib/templates";
import type { MessageContent } from "@/lib/whatsapp/types";
import type { Intent } from "./policy-gate";

/** A message as the gate judges it, and as it will be once the gate has let it pass. */
export type Judged = { intent: Intent; fillIn: () => MessageContent };

/** Looks up the template that a message is sent by, on the account of the channel's number. */
export async function judge(
  tx: Transaction,
  channel: { tenantId: string; channelId: string },
  content: MessageContent,
  leavesAt?: Date,
): Promise<Judged> {
  if (content.type !== "template") return { intent: { kind: "free_form" }, fillIn: () => content };
  const template = await getTemplateOrNull(tx, channel, content.template);
  return { intent: { kind: "template", template }, fillIn: () => fillIn(content, template, leavesAt) };
}

/** As the customer will see it, kept with the message; nothing leaves that does not fit its template. */
function fillIn(
  content: Extract<MessageContent, { type: "template" }>,
  template: KnownTemplate | null,
  leavesAt: Date | undefined,
) {
  if (!template) throw new Error("The gate lets no unknown template pass.");
  return { ...content, shown: checkTemplateSend(template, content.template, leavesAt) };
}
