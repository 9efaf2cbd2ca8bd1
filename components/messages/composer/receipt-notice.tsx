"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { channelsQuery } from "@/components/channels/queries";
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
  const [toldId, setToldId] = useState<string | null>(null);
  const tell = useMutation({
    mutationFn: () => call<typeof TellRead>("POST /conversations/:conversationId/read-receipt", { conversationId: id }),
    onSuccess: () => setToldId(lastMessage?.id ?? null),
    onError: onProblem,
  });
  if (mode !== "by_hand" || lastMessage?.direction !== "in") return null;
  const isTold = toldId === lastMessage.id;
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
