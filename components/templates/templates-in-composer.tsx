"use client";

import { lazy, Suspense } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import type { ConversationSummary } from "@/lib/conversations/types";
import { templateDialog } from "./template-dialog-store";

const TemplateDialog = lazy(() => import("./template-dialog"));

/** The dialog and its key, where something can be sent. */
export function TemplatesInComposer({ conversation }: { conversation: ConversationSummary }) {
  const isOpen = templateDialog.useOpen() === conversation.id;
  useActions({ template: () => templateDialog.open(conversation.id) });
  return <Suspense>{isOpen && <TemplateDialog conversation={conversation} />}</Suspense>;
}
