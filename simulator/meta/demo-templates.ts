import { offerDrafts } from "./demo-drafts-offers";
import { orderDrafts } from "./demo-drafts-orders";
import { makeTemplate, type Template } from "./templates";

/** The templates that every account begins with: its own copies, since they change. */
export function demoTemplates(): Template[] {
  return structuredClone([...orderDrafts, ...offerDrafts]).map(makeTemplate);
}
