import type { ConversationSummary } from "@/lib/conversations/types";
import { InvalidError } from "@/lib/errors";
import { fillVariables, missingVariables, type VariableFillers, variableValues } from "@/lib/quick-replies/types";

type Facts = { conversation: ConversationSummary } & VariableFillers;

/** As a quick reply is filled in; with nobody there to see what is missing, it is refused. */
export function fillIn(text: string, { conversation, ...by }: Facts): string {
  const body = fillVariables(text, variableValues(conversation, by));
  const missing = missingVariables(body);
  if (missing.length === 0) return body;
  throw new InvalidError(`This is not known here: ${missing.join(", ")}.`, {
    code: "variable_missing",
    details: { missing },
    nextStep: "Answer by hand.",
  });
}
