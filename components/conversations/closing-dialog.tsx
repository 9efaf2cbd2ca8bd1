"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Closing, ClosingQuestion } from "./use-conversation-actions";

type DialogProps = { question: ClosingQuestion; onResolve: (closing: Closing) => void; onClose: () => void };

/** How the conversation ended, where its department asks. */
export default function ClosingDialog({ question, onResolve, onClose }: DialogProps) {
  const t = useTranslations("inbox.closing");
  const { reasons, asksNote } = question;
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const isComplete = (reasons.length === 0 || reason !== "") && (!asksNote || note.trim() !== "");
  const submit = () => {
    if (!isComplete) return;
    onResolve({ ...(reason ? { reason } : {}), ...(note.trim() ? { note: note.trim() } : {}) });
  };
  return (
    <FormDialog
      title={t("title")}
      description={t("words")}
      confirm={t("resolve")}
      isDisabled={!isComplete}
      onSubmit={submit}
      onClose={onClose}
    >
      {reasons.length > 0 && (
        <fieldset className="flex flex-col gap-0.5">
          <legend className="mb-1 text-sm font-medium">{t("reason")}</legend>
          {reasons.map((each) => (
            <label key={each} className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 hover:bg-hover">
              <input
                type="radio"
                name="reason"
                className="size-4 accent-(--accent)"
                checked={reason === each}
                onChange={() => setReason(each)}
              />
              <bdi>{each}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <Field label={t("note")} hint={asksNote ? undefined : t("noteHint")}>
        <Textarea
          rows={3}
          autoFocus={reasons.length === 0}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
