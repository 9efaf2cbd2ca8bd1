"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CreateLabel, EditLabel } from "@/lib/labels/schemas";
import { type Label, type LabelColour, labelColours } from "@/lib/labels/types";
import { LabelChip, LabelDot } from "./label-chip";

/** @param label null makes a new one */
export function LabelDialog({ label, onClose }: { label: Label | null; onClose: () => void }) {
  const t = useTranslations("settings.labels");
  const client = useQueryClient();
  const [name, setName] = useState(label?.name ?? "");
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? "teal");
  const save = useMutation({
    mutationFn: () =>
      label
        ? call<typeof EditLabel>("PATCH /labels/:labelId", { labelId: label.id, name, colour })
        : call<typeof CreateLabel>("POST /labels", { name, colour }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.labels });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      title={label ? t("editOf", { name: label.name }) : t("add")}
      isBusy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={t("name")} error={errors.name}>
        <Input autoFocus required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t("colour")}</legend>
        <div className="flex flex-wrap gap-1.5">
          {labelColours.map((each) => (
            <label
              key={each}
              title={t(`colours.${each}`)}
              className={clsx(
                "grid size-8 cursor-pointer place-items-center rounded-md border has-focus-visible:outline-2 has-focus-visible:outline-accent",
                each === colour ? "border-accent bg-accent-soft" : "border-line hover:bg-hover",
              )}
            >
              <input
                type="radio"
                name="colour"
                className="sr-only"
                checked={each === colour}
                onChange={() => setColour(each)}
              />
              <LabelDot colour={each} />
              <span className="sr-only">{t(`colours.${each}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <p className="mb-1.5 text-sm font-medium">{t("preview")}</p>
        <LabelChip label={{ id: "", name: name || t("name"), colour }} />
      </div>
      {!errors.name && <FormProblem error={save.error} />}
    </FormDialog>
  );
}
