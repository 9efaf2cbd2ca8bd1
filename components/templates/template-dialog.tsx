"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { ConversationSummary } from "@/lib/conversations/types";
import ConversationTemplates from "./conversation-templates";
import { templateDialog } from "./template-dialog-store";

/** Templates inside the window too: what is written often, or has buttons, is sent by one. */
export default function TemplateDialog({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("templates");
  const actions = useTranslations("common.actions");
  return (
    <Dialog open onClose={templateDialog.close} size="large" title={t("title")} closeLabel={actions("close")}>
      <div className="flex h-[min(68dvh,560px)] flex-col">
        <ConversationTemplates conversation={conversation} autoFocus onSent={templateDialog.close} />
      </div>
    </Dialog>
  );
}
