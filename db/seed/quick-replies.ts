import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";

/** What the shop writes every day. The second shows what happens where a customer's name is not known. */
const texts: [shortcut: string, text: string][] = [
  ["hello", "Hello, this is {{agent.firstName}} of {{workspace.name}}. What can I do for you?"],
  ["thanks", "Thank you, {{contact.firstName}}. Is there anything else I can help with?"],
  ["late", "I am sorry for the wait, {{contact.firstName}}. I am asking the courier and will write to you *today*."],
  [
    "return",
    "You can send it back within 30 days:\n1. Put it in its box.\n2. Print the label I send you.\n3. Drop it at any parcel shop.",
  ],
  ["hours", "We are here from Monday to Friday, 9:00 to 18:00."],
];

export async function seedQuickReplies({ tenantId }: { tenantId: string }): Promise<void> {
  const rows = texts.map(([shortcut, text]) => ({ tenantId, scope: "workspace" as const, shortcut, text }));
  await withTenant({ tenantId }, (tx) => tx.insert(quickReplies).values(rows));
}
