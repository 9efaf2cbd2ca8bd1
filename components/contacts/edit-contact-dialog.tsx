"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { useProblemWords } from "@/components/shell/use-problem-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { EditContact } from "@/lib/contacts/schemas";
import type { Contact } from "@/lib/contacts/types";

export default function EditContactDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useTranslations("inbox.editContact");
  const client = useQueryClient();
  const wordsOf = useProblemWords();
  const [name, setName] = useState(contact.givenName ?? "");
  const [language, setLanguage] = useState(contact.language ?? "");
  const edit = useMutation({
    mutationFn: () =>
      call<typeof EditContact>("PATCH /contacts/:contactId", {
        contactId: contact.id,
        name: name.trim() === "" ? null : name.trim(),
        language: language.trim() === "" ? null : language.trim(),
      }),
    onSuccess: (changed) => {
      client.setQueryData(keys.contact(contact.id), changed);
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: ["conversation"] });
      onClose();
    },
  });
  const errors = useFieldErrors(edit.error);
  return (
    <FormDialog title={t("title")} isBusy={edit.isPending} onSubmit={() => edit.mutate()} onClose={onClose}>
      <Field
        label={t("name")}
        hint={t("nameHint", { name: contact.profileName ?? contact.phone ?? "" })}
        error={errors.name}
      >
        <Input value={name} dir="auto" maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t("language")} hint={t("languageHint")} error={errors.language}>
        <Input value={language} maxLength={5} onChange={(event) => setLanguage(event.target.value)} />
      </Field>
      {edit.error && Object.keys(errors).length === 0 && <Notice tone="bad">{wordsOf(edit.error).title}</Notice>}
    </FormDialog>
  );
}
