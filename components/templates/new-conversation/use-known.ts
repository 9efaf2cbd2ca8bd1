"use client";

import { useQuery } from "@tanstack/react-query";
import { consentsQuery } from "@/components/consent/queries";
import { contactQuery } from "@/components/contacts/queries";
import { ofContactQuery } from "@/components/conversations/queries";
import type { Recipient } from "@/components/templates/fill/use-filling";
import { purposeOf } from "@/components/templates/use-category-words";
import type { ConversationSummary } from "@/lib/conversations/types";
import { contactSearchQuery } from "./queries";

export type Withdrawal = {
  at: string;
  source: string;
  /** As the customer said it, or whoever wrote it down. */
  words: string | null;
};

/** The consent that a template still lacks; `withdrawal` when the customer opted out of it. */
export type MissingConsent = { purpose: "service" | "marketing"; withdrawal: Withdrawal | null };

/** What is known of a recipient who is a contact already, also of one who was chosen by the number alone. */
export function useKnown(recipient: Recipient | null, channelId: string) {
  const contactId = useContactId(recipient);
  const enabled = contactId !== null;
  const contact = useQuery({ ...contactQuery(contactId ?? ""), enabled }).data ?? null;
  const conversations = useQuery({ ...ofContactQuery(contactId ?? ""), enabled }).data?.items ?? [];
  const isOut = contact?.consents.some(({ state }) => state === "withdrawn") ?? false;
  const ledger = useQuery({ ...consentsQuery(contactId ?? ""), enabled: enabled && isOut }).data ?? [];
  const isLiving = ({ state, channel }: ConversationSummary) => state !== "resolved" && channel.id === channelId;
  return {
    language: contact?.language ?? null,
    blocked: contact?.blockedAt ? contact : null,
    openConversation: enabled ? (conversations.find(isLiving) ?? null) : null,
    /** Null when the template may go as it is. */
    missingConsent: (category: string): MissingConsent | null => {
      const purpose = purposeOf(category);
      const consent = contact?.consents.find((each) => each.purpose === purpose);
      if (consent?.state === "granted") return null;
      if (!consent) return { purpose, withdrawal: null };
      const evidence = ledger.find((entry) => entry.isPresent && entry.purpose === purpose)?.evidence;
      const { at, source } = consent;
      return { purpose, withdrawal: { at, source, words: evidence?.word ?? evidence?.text ?? null } };
    },
  };
}

function useContactId(recipient: Recipient | null): string | null {
  const digits = recipient?.contactId === null ? recipient.phone : null;
  const found = useQuery({ ...contactSearchQuery(digits ?? ""), enabled: digits !== null }).data?.items ?? [];
  if (!recipient) return null;
  return recipient.contactId ?? found.find(({ phone }) => phone !== null && phone === digits)?.id ?? null;
}
