"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { call } from "@/components/api";
import { contactFieldsQuery } from "@/components/contact-fields/queries";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { VariableButtons } from "@/components/settings/variable-buttons";
import { variableKey } from "@/components/settings/variable-key";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { CreateQuickReply, EditQuickReply } from "@/lib/quick-replies/schemas";
import {
  fieldOfVariable,
  fieldVariable,
  type QuickReply,
  type VariableName,
  variableNames,
} from "@/lib/quick-replies/types";
import { sendLimits } from "@/lib/whatsapp/types";
import { ownerOf, type Scoped, ScopeFields } from "./scope-fields";

type DialogProps = {
  /** Null makes a new one. */
  reply: QuickReply | null;
  departments: { id: string; name: string }[];
  onClose: () => void;
};

export function QuickReplyDialog({ reply, departments, onClose }: DialogProps) {
  const t = useTranslations("settings.quick-replies");
  const client = useQueryClient();
  const mayManage = useMay("quickReplies.manageShared");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const box = useRef<HTMLTextAreaElement>(null);
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? "");
  const [text, setText] = useState(reply?.text ?? "");
  const [scoped, setScoped] = useState<Scoped>({ scope: "personal", departmentId: "" });
  const save = useMutation({
    mutationFn: () =>
      reply
        ? call<typeof EditQuickReply>("PATCH /quick-replies/:quickReplyId", { quickReplyId: reply.id, shortcut, text })
        : call<typeof CreateQuickReply>("POST /quick-replies", { ...ownerOf(scoped), shortcut, text }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.quickReplies });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      size="medium"
      title={reply ? t("editOf", { shortcut: reply.shortcut }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={t("shortcut")} hint={t("shortcutHint")} error={errors.shortcut}>
        <Input
          required
          maxLength={40}
          autoComplete="off"
          value={shortcut}
          onChange={(event) => setShortcut(event.target.value.replace(/^\/+/, "").replace(/\s/g, "-"))}
        />
      </Field>
      <Field label={t("text")} hint={t("variableHint")} error={errors.text}>
        <Textarea
          ref={box}
          dir="auto"
          required
          rows={5}
          maxLength={sendLimits.text}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <VariableButtons
        box={box}
        title={t("insertVariable")}
        names={[...variableNames, ...fields.map(({ name }) => fieldVariable(name))]}
        labelOf={(name) => fieldOfVariable(name) ?? t(`variable.${variableKey(name as VariableName)}`)}
      />
      {!reply && mayManage && (
        <ScopeFields scoped={scoped} departments={departments} errors={errors} onChange={setScoped} />
      )}
      {Object.keys(errors).length === 0 && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
