"use client";

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { channelsQuery } from "@/components/channels/queries";
import { placeMessage } from "@/components/messages/place";
import { threadQuery } from "@/components/messages/queries";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { TellRead } from "@/lib/messages/schemas";

/** Where the channel tells the customer by hand: that their last message was read is a button, not a side effect. */
export function ReceiptNotice({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("composer.receipt");
  const onProblem = useProblemToast();
  const { id, channel, lastMessage } = conversation;
  const mode = useQuery(channelsQuery).data?.find((each) => each.id === channel.id)?.readReceipts;
  const client = useQueryClient();
  const latest = useInfiniteQuery(threadQuery(id)).data?.pages[0]?.items.find((each) => each.id === lastMessage?.id);
  const tell = useMutation({
    mutationFn: () => call<typeof TellRead>("POST /conversations/:conversationId/read-receipt", { conversationId: id }),
    onSuccess: () => latest && placeMessage(client, { ...latest, readAt: new Date().toISOString() }),
    onError: onProblem,
  });
  if (mode !== "by_hand" || lastMessage?.direction !== "in") return null;
  const isTold = Boolean(latest?.readAt);
  return (
    <div
      role="status"
      className="flex min-h-9.5 items-center justify-end border-t bg-surface px-4 py-1 text-sm text-ink-2"
    >
      {isTold ? (
        <span className="flex items-center gap-1.5">
          <CheckCheck className="size-4 text-accent" aria-hidden="true" />
          {t("told")}
        </span>
      ) : (
        <Button size="small" busy={tell.isPending} onClick={() => tell.mutate()}>
          {t("tell")}
        </Button>
      )}
    </div>
  );
}
