"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemWords } from "@/components/shell/use-problem-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { EraseContact } from "@/lib/contacts/schemas";
import type { Contact } from "@/lib/contacts/types";
import { Certificate } from "./certificate";

type Props = { contact: Contact; onClose: () => void; onErased: () => void };

/** Erasing cannot be undone, so it asks for the name; afterwards it shows what went. */
export default function EraseDialog({ contact, onClose, onErased }: Props) {
  const t = useTranslations("inbox.erase");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const wordsOf = useProblemWords();
  const [typed, setTyped] = useState("");
  const erase = useMutation({
    mutationFn: () => call<typeof EraseContact>("POST /contacts/:contactId/erase", { contactId: contact.id }),
  });
  const leave = () => {
    if (erase.data) {
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
      void client.invalidateQueries({ queryKey: keys.contacts });
      onErased();
    }
    onClose();
  };
  const isMeant = typed.trim() === contact.name.trim();
  return (
    <Dialog
      open
      onClose={leave}
      title={erase.data ? t("done") : t("title", { name: contact.name })}
      description={erase.data ? undefined : t("words")}
      closeLabel={actions("close")}
      footer={
        erase.data ? (
          <Button onClick={leave}>{actions("close")}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{actions("cancel")}</Button>
            <Button variant="danger" disabled={!isMeant} busy={erase.isPending} onClick={() => erase.mutate()}>
              {t("confirm")}
            </Button>
          </>
        )
      }
    >
      {erase.data ? (
        <Certificate certificate={erase.data} />
      ) : (
        <div className="flex flex-col gap-3">
          <Field label={t("typeName", { name: contact.name })}>
            <Input value={typed} dir="auto" autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          </Field>
          {erase.error && <Notice tone="bad">{wordsOf(erase.error).title}</Notice>}
        </div>
      )}
    </Dialog>
  );
}
