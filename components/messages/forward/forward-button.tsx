"use client";

import { Forward } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useMay } from "@/components/shell/me";
import { IconButton } from "@/components/ui/icon-button";
import type { Message } from "@/lib/messages/types";
import { forwardedContent } from "./forwarded";

const ForwardDialog = lazy(() => import("./forward-dialog"));

/** Nothing where a message cannot be passed on. */
export function ForwardButton({ message }: { message: Message }) {
  const t = useTranslations("composer.forward");
  const mayAnswer = useMay("conversations.answer");
  const [isOpen, setOpen] = useState(false);
  const content = forwardedContent(message);
  if (!content || !mayAnswer) return null;
  return (
    <>
      <IconButton label={t("open")} data-offers="forward" onClick={() => setOpen(true)}>
        <Forward className="size-4 rtl:-scale-x-100" />
      </IconButton>
      {isOpen && (
        <Suspense>
          <ForwardDialog content={content} fromConversationId={message.conversationId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
