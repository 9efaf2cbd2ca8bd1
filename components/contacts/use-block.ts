"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import type { BlockContact, UnblockContact } from "@/lib/contacts/schemas";
import type { Contact } from "@/lib/contacts/types";

/** Blocking is Meta's to allow: its refusals are shown where it was asked. */
export function useBlock(contactId: string) {
  const t = useTranslations("contacts.block");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const place = (contact: Contact) => {
    client.setQueryData(keys.contact(contactId), contact);
    void client.invalidateQueries({ queryKey: keys.contacts });
  };
  const unblock = useMutation({
    mutationFn: () => call<typeof UnblockContact>("POST /contacts/:contactId/unblock", { contactId }),
    onSuccess: (contact) => {
      place(contact);
      showToast({ tone: "plain", text: t("unblocked", { name: contact.name }) });
    },
    onError: onProblem,
  });
  const block = useMutation({
    mutationFn: () => call<typeof BlockContact>("POST /contacts/:contactId/block", { contactId }),
    onSuccess: (contact) => {
      place(contact);
      showToast({
        tone: "plain",
        text: t("blocked", { name: contact.name }),
        undo: () => unblock.mutate(),
      });
    },
  });
  return { block, unblock };
}
