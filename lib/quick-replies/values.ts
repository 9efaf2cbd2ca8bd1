import type { VariableValues } from "./variables";

/** Who is written to, by whom and from where; a summary of a conversation has the first three. */
export type VariableFacts = {
  contact: { name: string; phone: string | null; username: string | null };
  department: { name: string } | null;
  channel: { name: string };
};

/** What texts are filled with. What stands in place of a name, a number or a user name, is no name to call somebody by. */
export function variableValues(
  { contact, department, channel }: VariableFacts,
  by: { agentName: string | null; workspaceName: string },
): VariableValues {
  const name = isName(contact.name) ? contact.name : null;
  return {
    "contact.name": name,
    "contact.firstName": firstNameOf(name),
    "contact.phone": contact.phone,
    "contact.username": contact.username,
    "agent.name": by.agentName,
    "agent.firstName": firstNameOf(by.agentName),
    "workspace.name": by.workspaceName,
    "department.name": department?.name ?? null,
    "channel.name": channel.name,
  };
}

function isName(name: string): boolean {
  return !name.startsWith("@") && /\p{L}/u.test(name) && name !== "Unknown" && !/^[A-Z]{2}\.\d+$/.test(name);
}

function firstNameOf(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}
