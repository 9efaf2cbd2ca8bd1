import type { Me } from "@/components/shell/me";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { VariableValues } from "@/lib/quick-replies/types";

/** What quick replies are filled with here. What stands in place of a name, a number or a user name, is no name. */
export function variableValues(
  { contact, department, channel }: ConversationSummary,
  me: Pick<Me, "name" | "workspace">,
): VariableValues {
  const name = isName(contact.name) ? contact.name : null;
  return {
    "contact.name": name,
    "contact.firstName": firstOf(name),
    "contact.phone": contact.phone,
    "contact.username": contact.username,
    "agent.name": me.name,
    "agent.firstName": firstOf(me.name),
    "workspace.name": me.workspace.name,
    "department.name": department?.name ?? null,
    "channel.name": channel.name,
  };
}

function isName(name: string): boolean {
  return !name.startsWith("@") && /\p{L}/u.test(name) && name !== "Unknown" && !/^[A-Z]{2}\.\d+$/.test(name);
}

function firstOf(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] ?? null;
}
