"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { departmentsQuery } from "@/components/departments/queries";
import { keys } from "@/components/queries/keys";
import { ownerOf, type Scoped, ScopeFields } from "@/components/quick-replies/scope-fields";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { CreateMacro, EditMacro } from "@/lib/macros/schemas";
import type { Macro } from "@/lib/macros/types";
import { AssignField, EndField, LabelsField, PriorityField, SnoozeField } from "./action-fields";
import { actionsOf, draftOf, type MacroDraft } from "./draft";

type FormProps = {
  /** Null makes a new one. */
  macro: Macro | null;
  onClose: () => void;
};

export function MacroForm({ macro, onClose }: FormProps) {
  const t = useTranslations("settings.macros");
  const client = useQueryClient();
  const [name, setName] = useState(macro?.name ?? "");
  const mayManage = useMay("macros.manage");
  const departments = useQuery(departmentsQuery).data ?? [];
  const [scoped, setScoped] = useState<Scoped>({ scope: "personal", departmentId: "" });
  const [draft, setDraft] = useState(() => draftOf(macro?.actions ?? []));
  const change = (part: Partial<MacroDraft>) => setDraft({ ...draft, ...part });
  const actions = actionsOf(draft);
  const save = useMutation({
    mutationFn: () =>
      macro
        ? call<typeof EditMacro>("PATCH /macros/:macroId", { macroId: macro.id, name, actions })
        : call<typeof CreateMacro>("POST /macros", { ...ownerOf(scoped), name, actions }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.macros });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  const submit = () => {
    if (actions.length > 0) save.mutate();
  };
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
      <Field label={t("name")} error={errors.name}>
        <Input autoFocus required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {!macro && mayManage && (
        <ScopeFields scoped={scoped} departments={departments} errors={errors} onChange={setScoped} />
      )}
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
