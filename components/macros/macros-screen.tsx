"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Zap } from "lucide-react";
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
import { Kbd } from "@/components/ui/kbd";
import type { DeleteMacro } from "@/lib/macros/schemas";
import type { Macro } from "@/lib/macros/types";
import { ActionList } from "./action-list";
import { MacroForm } from "./macro-form";
import { macrosQuery } from "./queries";

export function MacrosScreen(initial: { macros: Macro[] }) {
  const t = useTranslations("settings.macros");
  const macros = useQuery({ ...macrosQuery, initialData: initial.macros }).data;
  const mayManage = useMay("macros.manage");
  const [edited, setEdited] = useState<Macro | "new" | null>(null);
  const [deleted, setDeleted] = useState<Macro | null>(null);
  const add = mayManage && (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <SettingsPage title={t("title")} words={t("words")} action={macros.length > 0 && add}>
      <Card>
        {macros.length === 0 ? (
          <EmptyState icon={<Zap />} title={t("empty")} action={add}>
            {t(mayManage ? "emptyWords" : "emptyWordsOthers")}
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {macros.map((macro) => (
              <li key={macro.id} className="flex items-start gap-3 px-4 py-3">
                <div className="min-w-0 flex-1">
                  <p className="mb-1.5 flex items-center gap-2 font-medium">
                    <bdi className="truncate">{macro.name}</bdi>
                    {macro.key && <Kbd>{`M ${macro.key}`}</Kbd>}
                  </p>
                  <div className="text-sm text-ink-2">
                    <ActionList actions={macro.actions} />
                  </div>
                </div>
                {mayManage && (
                  <>
                    <Button aria-label={t("editOf", { name: macro.name })} onClick={() => setEdited(macro)}>
                      {t("edit")}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={t("deleteOf", { name: macro.name })}
                      onClick={() => setDeleted(macro)}
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
      {edited && <MacroForm macro={edited === "new" ? null : edited} others={macros} onClose={() => setEdited(null)} />}
      {deleted && <DeleteDialog macro={deleted} onClose={() => setDeleted(null)} />}
    </SettingsPage>
  );
}

function DeleteDialog({ macro, onClose }: { macro: Macro; onClose: () => void }) {
  const t = useTranslations("settings.macros");
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call<typeof DeleteMacro>("DELETE /macros/:macroId", { macroId: macro.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.macros });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("deleteOf", { name: macro.name })}
      words={t("deleteWords")}
      confirm={t("delete")}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
