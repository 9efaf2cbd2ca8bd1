"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeleteLabel } from "@/lib/labels/schemas";
import type { Label } from "@/lib/labels/types";
import { LabelChip } from "./label-chip";
import { LabelDialog } from "./label-dialog";
import { labelsQuery } from "./queries";

export function LabelsScreen(initial: { labels: Label[] }) {
  const t = useTranslations("settings.labels");
  const labels = useQuery({ ...labelsQuery, initialData: initial.labels }).data;
  const mayManage = useMay("labels.manage");
  const [edited, setEdited] = useState<Label | "new" | null>(null);
  const [deleted, setDeleted] = useState<Label | null>(null);
  const add = mayManage && (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <SettingsPage title={t("title")} words={t("words")} action={labels.length > 0 && add}>
      <Card>
        {labels.length === 0 ? (
          <EmptyState icon={<Tag />} title={t("empty")} action={add}>
            {t(mayManage ? "emptyWords" : "emptyWordsOthers")}
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {labels.map((label) => (
              <li key={label.id} className="flex min-h-12 items-center gap-2 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <LabelChip label={label} />
                </span>
                {mayManage && (
                  <>
                    <Button aria-label={t("editOf", { name: label.name })} onClick={() => setEdited(label)}>
                      {t("edit")}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={t("deleteOf", { name: label.name })}
                      onClick={() => setDeleted(label)}
                    >
                      {t("delete")}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {edited && <LabelDialog label={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      {deleted && <DeleteDialog label={deleted} onClose={() => setDeleted(null)} />}
    </SettingsPage>
  );
}

function DeleteDialog({ label, onClose }: { label: Label; onClose: () => void }) {
  const t = useTranslations("settings.labels");
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call<typeof DeleteLabel>("DELETE /labels/:labelId", { labelId: label.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.labels });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("deleteOf", { name: label.name })}
      words={t("deleteWords")}
      confirm={t("delete")}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
