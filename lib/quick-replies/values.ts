import { fieldVariable, type VariableValues } from "./variables";

/** Who is written to, by whom and from where; a summary of a conversation has the first three. */
export type VariableFacts = {
  contact: { name: string; phone: string | null; username: string | null };
  department: { name: string } | null;
  channel: { name: string };
};

/** Who writes, and what the workspace itself knows of the contact. */
export type VariableFillers = {
  agentName: string | null;
  workspaceName: string;
  fields?: readonly { name: string; value: string }[];
};

/** What texts are filled with. What stands in place of a name, a number or a user name, is no name to call somebody by. */
export function variableValues(
  { contact, department, channel }: VariableFacts,
  { agentName, workspaceName, fields = [] }: VariableFillers,
): VariableValues {
  const name = isName(contact.name) ? contact.name : null;
  return {
    "contact.name": name,
    "contact.firstName": firstNameOf(name),
    "contact.phone": contact.phone,
    "contact.username": contact.username,
    "agent.name": agentName,
    "agent.firstName": firstNameOf(agentName),
    "workspace.name": workspaceName,
    "department.name": department?.name ?? null,
    "channel.name": channel.name,
    ...Object.fromEntries(fields.map(({ name: field, value }) => [fieldVariable(field), value])),
  };
}

function isName(name: string): boolean {
  return !name.startsWith("@") && /\p{L}/u.test(name) && name !== "Unknown" && !/^[A-Z]{2}\.\d+$/.test(name);
}

function firstNameOf(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}
