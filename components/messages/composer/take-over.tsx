"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { placeConversation } from "@/components/conversations/place";
import { useActions } from "@/components/keyboard/use-actions";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { TakeOverThread } from "@/lib/messages/schemas";

/** Takes a thread from another responder. */
export function TakeOver({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("inbox.closed.otherResponder");
  const client = useQueryClient();
  const me = useMe();
  const onProblem = useProblemToast();
  const take = useMutation({
    mutationFn: () =>
      call<typeof TakeOverThread>("POST /conversations/:conversationId/take-over", { conversationId: conversation.id }),
    onSuccess: (taken) => placeConversation(client, taken, me.id),
    onError: onProblem,
  });
  useActions({ takeOver: () => take.mutate() });
  return (
    <Button variant="primary" busy={take.isPending} onClick={() => take.mutate()}>
      {t("takeOver")}
    </Button>
  );
}
