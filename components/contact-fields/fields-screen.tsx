"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ListPlus, Plus } from "lucide-react";
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
import { Tag } from "@/components/ui/tag";
import type { DeleteContactField } from "@/lib/contacts/schemas";
import type { ContactField } from "@/lib/contacts/types";
import { FieldDialog } from "./field-dialog";
import { contactFieldsQuery } from "./queries";

export function FieldsScreen(initial: { fields: ContactField[] }) {
  const t = useTranslations("settings.contact-fields");
  const fields = useQuery({ ...contactFieldsQuery, initialData: initial.fields }).data;
  const mayManage = useMay("contactFields.manage");
  const [edited, setEdited] = useState<ContactField | "new" | null>(null);
  const [deleted, setDeleted] = useState<ContactField | null>(null);
  const add = mayManage && (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <SettingsPage title={t("title")} words={t("words")} action={fields.length > 0 && add}>
      <Card>
        {fields.length === 0 ? (
          <EmptyState icon={<ListPlus />} title={t("empty")} action={add}>
            {t(mayManage ? "emptyWords" : "emptyWordsOthers")}
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {fields.map((field) => (
              <li key={field.id} className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2">
                <span className="min-w-40 flex-1">
                  <bdi className="block truncate font-medium">{field.name}</bdi>
                  {field.kind === "choice" && (
                    <span className="block truncate text-sm text-ink-3">
                      <bdi>{field.choices.join(" · ")}</bdi>
                    </span>
                  )}
                </span>
                <Tag>{t(`kinds.${field.kind}`)}</Tag>
                {mayManage && (
                  <>
                    <Button aria-label={t("editOf", { name: field.name })} onClick={() => setEdited(field)}>
                      {t("edit")}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={t("deleteOf", { name: field.name })}
                      onClick={() => setDeleted(field)}
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
      {edited && <FieldDialog field={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      {deleted && <DeleteDialog field={deleted} onClose={() => setDeleted(null)} />}
    </SettingsPage>
  );
}

function DeleteDialog({ field, onClose }: { field: ContactField; onClose: () => void }) {
  const t = useTranslations("settings.contact-fields");
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call<typeof DeleteContactField>("DELETE /contact-fields/:fieldId", { fieldId: field.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.contactFields });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("deleteOf", { name: field.name })}
      words={t("deleteWords")}
      confirm={t("delete")}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
