"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Segmented } from "@/components/ui/segmented";
import type { RecordConsent, WithdrawConsent } from "@/lib/consent/schemas";
import type { Contact } from "@/lib/contacts/types";
import { emptyProof, ProofFields } from "./proof-fields";

/** Somebody was told, in another way than on WhatsApp: what, how, when, and what proves it. */
export default function RecordDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useTranslations("inbox.consents");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const [state, setState] = useState<"granted" | "withdrawn">("granted");
  const [proof, setProof] = useState(emptyProof);
  const record = useMutation({
    mutationFn: () => {
      const { purpose, source, evidence, link, at } = proof;
      const told = {
        contactId: contact.id,
        purpose,
        source,
        ...(link.trim() === "" ? {} : { link: link.trim() }),
        ...(at === "" ? {} : { at: new Date(at).toISOString() }),
      };
      return state === "granted"
        ? call<typeof RecordConsent>("POST /contacts/:contactId/consents", { ...told, evidence })
        : call<typeof WithdrawConsent>("POST /contacts/:contactId/consents/withdraw", {
            ...told,
            ...(evidence.trim() === "" ? {} : { evidence }),
          });
    },
    onSuccess: (entry) => {
      // The history too, though nobody looks at it now: it is to be there when it is opened.
      void client.invalidateQueries({ queryKey: keys.contact(contact.id), refetchType: "all" });
      if (entry.isPresent) onClose();
    },
  });
  const errors = useFieldErrors(record.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("recordOf", { name: contact.name })}
      description={record.data ? undefined : t("recordWords")}
      closeLabel={actions("close")}
      footer={
        record.data ? (
          <Button onClick={onClose}>{actions("close")}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{actions("cancel")}</Button>
            <Button type="submit" form="record-consent" variant="primary" busy={record.isPending}>
              {t(`confirm.${state}`)}
            </Button>
          </>
        )
      }
    >
      {record.data ? (
        <Notice tone="warn">{t("olderWords")}</Notice>
      ) : (
        <form id="record-consent" onSubmit={submit} className="flex flex-col gap-4 pt-1">
          <div>
            <Segmented
              label={t("what")}
              value={state}
              options={[
                { value: "granted", label: t("state.granted") },
                { value: "withdrawn", label: t("state.withdrawn") },
              ]}
              onChange={setState}
            />
          </div>
          <ProofFields proof={proof} onChange={setProof} needsProof={state === "granted"} errors={errors} />
          {Object.keys(errors).length === 0 && <FormProblem error={record.error} />}
        </form>
      )}
    </Dialog>
  );
}
