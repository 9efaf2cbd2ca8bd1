import type { ConversationSummary } from "@/lib/conversations/types";
import { InvalidError } from "@/lib/errors";
import { fillVariables, missingVariables } from "@/lib/quick-replies/types";

type Facts = { agentName: string | null; conversation: ConversationSummary; workspaceName: string };

/** As a quick reply is filled in; with nobody there to see what is missing, it is refused. */
export function fillIn(text: string, { agentName, conversation, workspaceName }: Facts): string {
  const { contact, department, channel } = conversation;
  const body = fillVariables(text, {
    "contact.name": contact.name,
    "contact.firstName": firstWord(contact.name),
    "contact.phone": contact.phone,
    "contact.username": contact.username,
    "agent.name": agentName,
    "agent.firstName": agentName && firstWord(agentName),
    "workspace.name": workspaceName,
    "department.name": department?.name ?? null,
    "channel.name": channel.name,
  });
  const missing = missingVariables(body);
  if (missing.length === 0) return body;
  throw new InvalidError(`This is not known here: ${missing.join(", ")}.`, {
    code: "variable_missing",
    details: { missing },
    nextStep: "Answer by hand.",
  });
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}
