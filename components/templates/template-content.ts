import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import type { FilledTemplate } from "./fill/template-form";

/** A filled-in template in Meta's shape. */
export function templateContent({ template: { name, language }, components }: FilledTemplate): OutgoingContent {
  return { type: "template", template: { name, language: { code: language }, components } };
}
