import type { VariableName } from "@/lib/quick-replies/types";
import { factsAskedFor, type PrefillFact } from "@/lib/templates/types";
import type { Asking } from "./asking-of";

export type SuggestedValues = Record<string, string>;

const variableOf: Partial<Record<PrefillFact, VariableName>> = {
  fullName: "contact.name",
  firstName: "contact.firstName",
  phone: "contact.phone",
  agent: "agent.firstName",
  workspace: "workspace.name",
};

/** What a template's variables are filled with until the department says otherwise, as the composer would fill them. */
export function suggestValues({ parts, slots }: Asking, category: string): SuggestedValues {
  const facts = new Map(factsAskedFor(parts, category));
  return Object.fromEntries(
    slots.map(({ key }) => {
      const fact = facts.get(key);
      const name = fact && variableOf[fact];
      return [key, name ? `{{${name}}}` : ""];
    }),
  );
}
