"use client";

import { SquarePen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay } from "@/components/shell/me";
import { IconButton } from "@/components/ui/icon-button";
import { openNewConversation } from "./store";

export function NewConversationButton() {
  const t = useTranslations("templates.new");
  if (!useMay("conversations.answer")) return null;
  return (
    <IconButton label={t("open")} onClick={() => openNewConversation()}>
      <SquarePen className="size-4" />
    </IconButton>
  );
}
