/** Plain types of quick replies and their variables; components read them too. */

export const quickReplyScopes = ["personal", "department", "workspace"] as const;
export type QuickReplyScope = (typeof quickReplyScopes)[number];

export type QuickReply = {
  id: string;
  scope: QuickReplyScope;
  /** Whose it is: only of the scope `department`. */
  department: { id: string; name: string } | null;
  /** What is typed after the slash. */
  shortcut: string;
  text: string;
  updatedAt: string;
};

export { type VariableFacts, type VariableFillers, variableValues } from "./values";
export {
  fieldOfVariable,
  fieldVariable,
  fillVariables,
  missingVariables,
  unknownVariables,
  type VariableName,
  type VariableValues,
  variableNames,
} from "./variables";
