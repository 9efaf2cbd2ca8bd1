"use client";

import { useSendContent } from "@/components/messages/composer/attach/use-send-content";
import type { FilledTemplate } from "./fill/template-form";
import { templateContent } from "./template-content";

/** Puts a filled-in template on its way; it stands in the thread at once, as the customer will see it. */
export function useSendTemplate(conversationId: string): (filled: FilledTemplate) => void {
  const send = useSendContent();
  return (filled) => send(conversationId, { ...templateContent(filled), shown: filled.shown });
}
