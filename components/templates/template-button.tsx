"use client";

import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { templateDialog } from "./template-dialog-store";

export function TemplateButton({ conversationId }: { conversationId: string }) {
  const t = useTranslations("templates");
  return (
    <IconButton label={t("open")} onClick={() => templateDialog.open(conversationId)}>
      <LayoutTemplate className="size-4.5" />
    </IconButton>
  );
}
