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
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { CreateContactField, EditContactField } from "@/lib/contacts/schemas";
import { type ContactField, fieldKinds } from "@/lib/contacts/types";
import { linesIn } from "@/lib/text";

/** @param field null makes a new one */
export function FieldDialog({ field, onClose }: { field: ContactField | null; onClose: () => void }) {
  const t = useTranslations("settings.contact-fields");
  const client = useQueryClient();
  const [name, setName] = useState(field?.name ?? "");
  const [kind, setKind] = useState(field?.kind ?? "text");
  const [lines, setLines] = useState(field?.choices.join("\n") ?? "");
  const choices = kind === "choice" ? linesIn(lines) : [];
  const save = useMutation({
    mutationFn: () =>
      field
        ? call<typeof EditContactField>("PATCH /contact-fields/:fieldId", { fieldId: field.id, name, choices })
        : call<typeof CreateContactField>("POST /contact-fields", { name, kind, choices }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.contactFields });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  const choicesError = Object.entries(errors).find(([path]) => path.startsWith("choices"))?.[1];
  return (
    <FormDialog
      title={field ? t("editOf", { name: field.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={t("name")} error={errors.name}>
        <Input required maxLength={60} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t("kind")} hint={field ? t("kindStays") : undefined}>
        <Select
          value={kind}
          disabled={field !== null}
          onChange={(event) => setKind(fieldKinds.find((each) => each === event.target.value) ?? "text")}
        >
          {fieldKinds.map((each) => (
            <option key={each} value={each}>
              {t(`kinds.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {kind === "choice" && (
        <Field label={t("choices")} hint={t("choicesHint")} error={choicesError}>
          <Textarea required rows={5} dir="auto" value={lines} onChange={(event) => setLines(event.target.value)} />
        </Field>
      )}
      {!errors.name && !choicesError && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
