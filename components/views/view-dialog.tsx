"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { askedOf, type Filter } from "@/components/conversations/filter";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CreateView, DeleteView, EditView } from "@/lib/views/schemas";
import type { SavedView } from "@/lib/views/types";

type DialogProps = {
  /** Null keeps the filter: as a new one, or in place of another's. */
  view: SavedView | null;
  /** Those that may be changed. */
  others: readonly SavedView[];
  filter: Filter;
  onClose: () => void;
};

export default function ViewDialog({ view, others, filter, onClose }: DialogProps) {
  const t = useTranslations("inbox.filters");
  const client = useQueryClient();
  const mayShare = useMay("views.manageShared");
  const [name, setName] = useState(view?.name ?? "");
  const [intoId, setIntoId] = useState("");
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: keys.views });
    void client.invalidateQueries({ queryKey: keys.viewCounts });
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      intoId !== ""
        ? call<typeof EditView>("PATCH /views/:viewId", { viewId: intoId, filter: askedOf(filter) })
        : view
          ? call<typeof EditView>("PATCH /views/:viewId", { viewId: view.id, name, isShared })
          : call<typeof CreateView>("POST /views", { name, isShared, filter: askedOf(filter) }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: () => call<typeof DeleteView>("DELETE /views/:viewId", { viewId: view?.id ?? "" }),
    onSuccess,
  });
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      title={view ? t("editTitle", { name: view.name }) : t("saveTitle")}
      isBusy={save.isPending}
      aside={
        view && (
          <Button variant="danger" className="me-auto" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t("delete")}
          </Button>
        )
      }
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {!view && others.length > 0 && (
        <Field label={t("into")} hint={intoId === "" ? undefined : t("intoHint")}>
          <Select value={intoId} onChange={(event) => setIntoId(event.target.value)}>
            <option value="">{t("newView")}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {intoId === "" && (
        <Field label={t("name")} error={errors.name}>
          <Input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      )}
      {intoId === "" && mayShare && (
        <Checkbox label={t("share")} checked={isShared} onChange={(event) => setShared(event.target.checked)} />
      )}
      {!errors.name && <FormProblem error={save.error ?? remove.error} />}
    </FormDialog>
  );
}
