"use client";

import { lazy, Suspense } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { useMay } from "@/components/shell/me";
import { openNewConversation, useNewConversation } from "./store";

const NewConversationDialog = lazy(() => import("./new-conversation-dialog"));

/** On every page of a workspace: the dialog, and the key that opens it. */
export function NewConversation() {
  const may = useMay("conversations.answer");
  const wanted = useNewConversation();
  useActions({ newConversation: may ? () => openNewConversation() : undefined });
  return <Suspense>{wanted && <NewConversationDialog contactId={wanted.contactId ?? null} />}</Suspense>;
}
