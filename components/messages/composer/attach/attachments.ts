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

const none: readonly Attachment[] = [];

export function useAttachments(conversationId: string): readonly Attachment[] {
  const all = useSyncExternalStore(attachments.subscribe, attachments.all, () => none);
  return useMemo(() => all.filter((each) => each.conversationId === conversationId), [all, conversationId]);
}
