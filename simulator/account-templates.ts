import { demoTemplates } from "./meta/demo-templates";
import type { Template } from "./meta/templates";
import type { Simulation } from "./simulation";

/** The templates of an account: the demo's to begin with, then as the control API changes them. */
export function templatesOf({ templates }: Simulation, wabaId: string): Template[] {
  const known = templates.get(wabaId) ?? demoTemplates();
  templates.set(wabaId, known);
  return known;
}
