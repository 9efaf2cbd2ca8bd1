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
import type { CreateMacro, EditMacro } from "@/lib/macros/schemas";
import { type Macro, type MacroKey, macroKeys } from "@/lib/macros/types";
import { AssignField, EndField, LabelsField, PriorityField, SnoozeField } from "./action-fields";
import { actionsOf, draftOf, type MacroDraft } from "./draft";

type FormProps = {
  /** Null makes a new one. */
  macro: Macro | null;
  /** Whose keys are taken. */
  others: readonly Macro[];
  onClose: () => void;
};

export function MacroForm({ macro, others, onClose }: FormProps) {
  const t = useTranslations("settings.macros");
  const client = useQueryClient();
  const [name, setName] = useState(macro?.name ?? "");
  const [key, setKey] = useState<MacroKey | "">(macro?.key ?? "");
  const [draft, setDraft] = useState(() => draftOf(macro?.actions ?? []));
  const change = (part: Partial<MacroDraft>) => setDraft({ ...draft, ...part });
  const actions = actionsOf(draft);
  const save = useMutation({
    mutationFn: () => {
      const values = { name, key: key === "" ? null : key, actions };
      return macro
        ? call<typeof EditMacro>("PATCH /macros/:macroId", { macroId: macro.id, ...values })
        : call<typeof CreateMacro>("POST /macros", values);
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.macros });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  const submit = () => {
    if (actions.length > 0) save.mutate();
  };
  const taken = new Set(others.filter(({ id }) => id !== macro?.id).map((other) => other.key));
  return (
    <FormDialog
      title={macro ? t("editOf", { name: macro.name }) : t("add")}
      description={t("formWords")}
      size="medium"
      isBusy={save.isPending}
      isDisabled={actions.length === 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_120px]">
        <Field label={t("name")} error={errors.name}>
          <Input autoFocus required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t("key")}>
          <Select value={key} onChange={(event) => setKey(event.target.value as MacroKey | "")}>
            <option value="">{t("noKey")}</option>
            {macroKeys
              .filter((each) => !taken.has(each))
              .map((each) => (
                <option key={each} value={each}>{`M ${each}`}</option>
              ))}
          </Select>
        </Field>
      </div>
      <Field label={t("reply")} hint={t("replyHint")}>
        <Textarea
          dir="auto"
          maxLength={4_096}
          value={draft.reply}
          onChange={(e) => change({ reply: e.target.value })}
        />
      </Field>
      <Field label={t("note")}>
        <Textarea dir="auto" maxLength={10_000} value={draft.note} onChange={(e) => change({ note: e.target.value })} />
      </Field>
      <LabelsField draft={draft} onChange={change} />
      <div className="grid gap-4 sm:grid-cols-2">
        <AssignField draft={draft} onChange={change} />
        <PriorityField draft={draft} onChange={change} />
        <SnoozeField draft={draft} onChange={change} />
        <EndField draft={draft} onChange={change} />
      </div>
      {!errors.name && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
