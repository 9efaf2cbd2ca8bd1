"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "@/components/api";
import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import { keys } from "@/components/queries/keys";
import { newId } from "@/lib/ids";
import type { SendMessage } from "@/lib/messages/schemas";

/** One message for later, of any kind. */
export type Later = { content: OutgoingContent; quotedWamid: string | null };

type Schedule = { at: Date; messages: readonly Later[] };

/** Schedules messages in their order. The ids are kept through every attempt: a click repeated on a weak line schedules once. */
export function useSchedule(conversationId: string) {
  const client = useQueryClient();
  const clientIds = useRef(new Map<string, string>());
  const idOf = (key: string) => {
    const id = clientIds.current.get(key) ?? newId();
    clientIds.current.set(key, id);
    return id;
  };
  return useMutation({
    mutationFn: async ({ at, messages }: Schedule) => {
      for (const [place, { content, quotedWamid }] of messages.entries()) {
        await call<typeof SendMessage>("POST /conversations/:conversationId/messages", {
          // What goes at one and the same time has no order.
          ...{ conversationId, sendAt: new Date(at.getTime() + place).toISOString() },
          ...{ clientId: idOf(`${place} ${JSON.stringify(content)}`), ...content },
          ...(quotedWamid ? { context: { message_id: quotedWamid } } : {}),
        });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.scheduled(conversationId) }),
  });
}
