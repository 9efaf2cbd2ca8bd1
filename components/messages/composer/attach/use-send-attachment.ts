"use client";

import { useCallback } from "react";
import { keepPreview } from "@/components/messages/faces/local-previews";
import { contentOf } from "./attachment";
import type { SendAttachment } from "./store";
import { useSendContent } from "./use-send-content";

/** Hands an uploaded file to what is on its way, as a message like any other. */
export function useSendAttachment(): SendAttachment {
  const send = useSendContent();
  return useCallback(
    (attachment, upload) => {
      if (attachment.previewUrl) keepPreview(upload.id, attachment.previewUrl);
      send(attachment.conversationId, contentOf(attachment, upload), attachment.leaving?.quoted ?? null);
    },
    [send],
  );
}
