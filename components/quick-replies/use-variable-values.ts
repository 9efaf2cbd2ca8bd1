"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { contactFieldsQuery } from "@/components/contact-fields/queries";
import { contactQuery } from "@/components/contacts/queries";
import { useMe } from "@/components/shell/me";
import { useAtRest } from "@/components/threads/at-rest";
import type { ConversationSummary } from "@/lib/conversations/types";
import { type VariableValues, variableValues } from "@/lib/quick-replies/types";

/** What variables stand for in a conversation; undefined while it is not known for which. */
export function useVariableValues(conversation: ConversationSummary): VariableValues;
export function useVariableValues(conversation: ConversationSummary | undefined): VariableValues | undefined;
export function useVariableValues(conversation: ConversationSummary | undefined): VariableValues | undefined {
  const { name: agentName, workspace } = useMe();
  const enabled = useAtRest() && conversation !== undefined;
  const contact = useQuery({ ...contactQuery(conversation?.contact.id ?? ""), enabled }).data;
  const fields = useQuery({ ...contactFieldsQuery, enabled }).data;
  const workspaceName = workspace.name;
  return useMemo(() => {
    if (!conversation) return undefined;
    const nameOf = (id: string) => fields?.find((field) => field.id === id)?.name ?? "";
    const named = contact?.fields.map(({ fieldId, value }) => ({ name: nameOf(fieldId), value })) ?? [];
    return variableValues(conversation, { agentName, workspaceName, fields: named });
  }, [conversation, agentName, workspaceName, contact, fields]);
}
