"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/components/api";
import { placeMessage } from "@/components/messages/place";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { CancelMessage, SendScheduledMessageNow } from "@/lib/messages/schemas";
import type { Message } from "@/lib/messages/types";

/** What can be done with a message that waits: send it now, or take it back. */
export function useScheduled(message: Pick<Message, "id" | "conversationId">, onCancelled?: (was: Message) => void) {
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const ref = { conversationId: message.conversationId, messageId: message.id };
  const onSettled = () => client.invalidateQueries({ queryKey: keys.scheduled(message.conversationId) });
  const sendNow = useMutation({
    mutationFn: () =>
      call<typeof SendScheduledMessageNow>("POST /conversations/:conversationId/messages/:messageId/send-now", ref),
    onSuccess: (sent) => placeMessage(client, sent),
    onError: onProblem,
    onSettled,
  });
  const cancel = useMutation({
    mutationFn: () => call<typeof CancelMessage>("POST /conversations/:conversationId/messages/:messageId/cancel", ref),
    onSuccess: (cancelled) => {
      placeMessage(client, cancelled);
      onCancelled?.(cancelled);
    },
    onError: onProblem,
    onSettled,
  });
  return { sendNow, cancel };
}
