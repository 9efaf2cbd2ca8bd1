"use client";

import { useMemo, useSyncExternalStore } from "react";
import { uploadFile } from "@/components/api";
import type { Attachment } from "./attachment";
import { createAttachStore } from "./store";
import { typeOf } from "./type-of";

/** What was chosen in this tab: it outlives a change of the conversation, and goes with the page. */
export const attachments = createAttachStore({
  typeOf,
  upload: uploadFile,
  preview: (file) => URL.createObjectURL(file),
  forget: (url) => URL.revokeObjectURL(url),
});

// Whoever comes out of a tunnel has no button to press; the module lives as long as the page.
if (typeof window !== "undefined") {
  for (const event of ["online", "focus"]) window.addEventListener(event, attachments.wake);
}

const none: readonly Attachment[] = [];

export function useAttachments(conversationId: string): readonly Attachment[] {
  const all = useSyncExternalStore(attachments.subscribe, attachments.all, () => none);
  return useMemo(() => all.filter((each) => each.conversationId === conversationId), [all, conversationId]);
}
