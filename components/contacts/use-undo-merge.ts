"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import type { UndoMerge } from "@/lib/contacts/schemas";
import type { Contact } from "@/lib/contacts/types";

export function useTakeMergeBack() {
  const t = useTranslations("contacts.merge");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  return useMutation({
    mutationFn: (merge: { contactId: string; mergeId: string }) =>
      call<typeof UndoMerge>("POST /contacts/:contactId/merges/:mergeId/undo", merge),
    onSuccess: ({ contact, restored }) => {
      client.setQueryData(keys.contact(contact.id), contact);
      client.setQueryData(keys.contact(restored.id), restored);
      for (const key of [keys.contact(contact.id), keys.contacts, keys.lists]) {
        void client.invalidateQueries({ queryKey: key });
      }
      showToast({ tone: "plain", text: t("undone", { name: restored.name }) });
    },
    onError: onProblem,
  });
}

/** Says that two became one, with the way back beside it. */
export function useUndoMerge() {
  const t = useTranslations("contacts.merge");
  const { mutate } = useTakeMergeBack();
  return (contact: Contact, mergeId: string) =>
    showToast({
      tone: "plain",
      text: t("done", { name: contact.name }),
      undo: () => mutate({ contactId: contact.id, mergeId }),
    });
}
