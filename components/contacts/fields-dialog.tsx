"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import type { EditContact } from "@/lib/contacts/schemas";
import type { Contact, ContactField } from "@/lib/contacts/types";
import { FieldInput } from "./field-input";

type Props = { contact: Contact; fields: ContactField[]; onClose: () => void };

export default function FieldsDialog({ contact, fields, onClose }: Props) {
  const t = useTranslations("contacts.fields");
  const client = useQueryClient();
  const stored = Object.fromEntries(contact.fields.map(({ fieldId, value }) => [fieldId, value]));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const save = useMutation({
    // Only what was touched: what a colleague fills in meanwhile stays.
    mutationFn: () =>
      call<typeof EditContact>("PATCH /contacts/:contactId", {
        contactId: contact.id,
        fields: Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, value.trim() || null])),
      }),
    onSuccess: (changed) => {
      client.setQueryData(keys.contact(contact.id), changed);
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      title={t("editOf", { name: contact.name })}
      isBusy={save.isPending}
      noValidate
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {fields.map((field) => (
        <Field key={field.id} label={field.name} error={errors[`fields.${field.id}`]}>
          <FieldInput
            field={field}
            value={typed[field.id] ?? stored[field.id] ?? ""}
            onChange={(value) => setTyped((before) => ({ ...before, [field.id]: value }))}
          />
        </Field>
      ))}
      {Object.keys(errors).length === 0 && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
