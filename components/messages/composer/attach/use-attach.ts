"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { showToast } from "@/components/ui/toasts/store";
import { attachments } from "./attachments";
import { MOST_FILES } from "./store";

/** Adds files to a conversation, and says when there are too many. */
export function useAttach(conversationId: string): (files: readonly File[]) => void {
  const t = useTranslations("media.attach");
  return useCallback(
    (files) => {
      const { left } = attachments.add(conversationId, files);
      if (left === 0) return;
      const most = MOST_FILES;
      showToast({ tone: "bad", text: t("tooMany", { most }), nextStep: t("tooManyNext", { most }) });
    },
    [conversationId, t],
  );
}
