"use client";

import { useTranslations } from "next-intl";
import type { ConversationActions } from "@/components/conversations/use-conversation-actions";
import { useMe } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import type { ConversationSummary } from "@/lib/conversations/types";

/** Says that the conversation is nobody's or somebody else's before an answer goes out in passing. */
export function OwnerNotice({
  conversation,
  actions,
}: {
  conversation: ConversationSummary;
  actions: ConversationActions;
}) {
  const t = useTranslations("inbox.owner");
  const me = useMe();
  const { assignee } = conversation;
  if (assignee?.id === me.id) return null;
  return (
    <div className="flex min-h-9.5 items-center gap-2 border-t bg-surface px-4 py-1 text-sm text-ink-2">
      <p className="min-w-0 flex-1 truncate">{assignee ? t("theirs", { name: assignee.name }) : t("nobodys")}</p>
      {assignee && (
        <Button size="small" busy={actions.isAssigning} onClick={actions.claim}>
          {t("takeOver")}
        </Button>
      )}
    </div>
  );
}
