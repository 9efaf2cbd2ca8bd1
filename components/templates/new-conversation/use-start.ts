"use client";

import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { call } from "@/components/api";
import { placeConversation } from "@/components/conversations/place";
import { placeMessage } from "@/components/messages/place";
import type { Thread } from "@/components/messages/queries";
import { keys } from "@/components/queries/keys";
import { useMe } from "@/components/shell/me";
import type { FilledTemplate } from "@/components/templates/fill/template-form";
import type { Recipient } from "@/components/templates/fill/use-filling";
import type { ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import type { StartConversation } from "@/lib/messages/schemas";
import type { Message } from "@/lib/messages/types";
import type { GivenProof } from "./proof-of-consent";
import { closeNewConversation } from "./store";

type Start = FilledTemplate & { channelId: string; recipient: Recipient; proof: GivenProof | null };

/** Starts the conversation and goes to it. The id is kept through every attempt: what went through once does not go twice. */
export function useStart() {
  const client = useQueryClient();
  const router = useRouter();
  const pathname = usePathname();
  const me = useMe();
  const [clientId] = useState(newId);
  return useMutation({
    mutationFn: ({ template: { name, language }, components, channelId, recipient, proof }: Start) =>
      call<typeof StartConversation>("POST /conversations", {
        clientId,
        channelId,
        ...(recipient.contactId === null
          ? { phone: `+${recipient.phone}`, ...(recipient.name ? { name: recipient.name } : {}) }
          : { contactId: recipient.contactId }),
        template: { name, language: { code: language }, components },
        ...(proof ? { consent: consentOf(proof) } : {}),
      }),
    onSuccess: ({ conversation, message }) => {
      placeConversation(client, conversation, me.id);
      placeFirst(client, conversation, message);
      void client.invalidateQueries({ queryKey: keys.counts });
      closeNewConversation();
      const inbox = `/${me.workspace.slug}/inbox`;
      // Inside the inbox everything is here already, or comes through the API.
      if (pathname.startsWith(inbox)) window.history.pushState(null, "", `${inbox}/${conversation.id}`);
      else router.push(`${inbox}/${conversation.id}`);
    },
  });
}

function consentOf({ at, ...proof }: GivenProof) {
  return { ...proof, ...(at ? { at: at.toISOString() } : {}) };
}

const JUST_NOW_MS = 2_000;

/** The thread of a conversation that was just opened is this one message; any other is read as it is. */
function placeFirst(client: QueryClient, { id, openedAt }: ConversationSummary, message: Message): void {
  const key = keys.thread(id);
  const ageMs = Date.parse(message.at) - Date.parse(openedAt);
  if (client.getQueryData(key)) placeMessage(client, message);
  else if (ageMs >= 0 && ageMs < JUST_NOW_MS) {
    client.setQueryData<Thread>(key, { pages: [{ items: [message], nextCursor: null }], pageParams: [undefined] });
  }
}
