"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call, fieldErrors } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { CreateContactField, EditContactField } from "@/lib/contacts/schemas";
import { type ContactField, fieldKinds } from "@/lib/contacts/types";

/** @param field null makes a new one */
export function FieldDialog({ field, onClose }: { field: ContactField | null; onClose: () => void }) {
  const t = useTranslations("settings.contact-fields");
  const actions = useTranslations("common.actions");
  const client = useQueryClient();
  const [name, setName] = useState(field?.name ?? "");
  const [kind, setKind] = useState(field?.kind ?? "text");
  const [lines, setLines] = useState(field?.choices.join("\n") ?? "");
  const choices = kind === "choice" ? linesOf(lines) : [];
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
  const errors = fieldErrors(save.error);
  const choicesError = Object.entries(errors).find(([path]) => path.startsWith("choices"))?.[1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={field ? t("editOf", { name: field.name }) : t("add")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="contact-field" variant="primary" busy={save.isPending}>
            {actions("save")}
          </Button>
        </>
      }
    >
      <form id="contact-field" onSubmit={submit} className="flex flex-col gap-4 pt-1">
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
      </form>
    </Dialog>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
