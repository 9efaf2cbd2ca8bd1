"use client";

import { useSendContent } from "@/components/messages/composer/attach/use-send-content";
import type { FilledTemplate } from "./fill/template-form";

/** Puts a filled-in template on its way; it stands in the thread at once, as the customer will see it. */
export function useSendTemplate(conversationId: string): (filled: FilledTemplate) => void {
  const send = useSendContent();
  return ({ template: { name, language }, components, shown }) =>
    send(conversationId, { type: "template", template: { name, language: { code: language }, components }, shown });
}
