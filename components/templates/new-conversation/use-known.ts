"use client";

import { useQuery } from "@tanstack/react-query";
import { contactQuery } from "@/components/contacts/queries";
import { ofContactQuery } from "@/components/conversations/queries";
import type { Recipient } from "@/components/templates/fill/use-filling";
import { purposeOf } from "@/components/templates/use-category-words";
import type { ConversationSummary } from "@/lib/conversations/types";

type Purpose = "service" | "marketing";

/** What is known of a recipient who is a contact already. */
export function useKnown(recipient: Recipient | null, channelId: string) {
  const contactId = recipient?.contactId ?? null;
  const enabled = contactId !== null;
  const contact = useQuery({ ...contactQuery(contactId ?? ""), enabled }).data ?? null;
  const conversations = useQuery({ ...ofContactQuery(contactId ?? ""), enabled }).data?.items ?? [];
  const isLiving = ({ state, channel }: ConversationSummary) => state !== "resolved" && channel.id === channelId;
  return {
    language: contact?.language ?? null,
    openConversation: enabled ? (conversations.find(isLiving) ?? null) : null,
    /** The purpose that consent is still missing for; null when the template may go as it is. */
    missingPurpose: (category: string): Purpose | null => {
      const purpose = purposeOf(category);
      const state = contact?.consents.find((consent) => consent.purpose === purpose)?.state;
      return state === "granted" ? null : purpose;
    },
  };
}
