"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import type { DeleteRule } from "@/lib/rules/schemas";
import type { RuleListed } from "@/lib/rules/types";

export function DeleteRuleDialog({ rule, onClose }: { rule: RuleListed; onClose: () => void }) {
  const t = useTranslations("rules");
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => call<typeof DeleteRule>("DELETE /rules/:ruleId", { ruleId: rule.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.rules });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("deleteOf", { name: rule.name })}
      words={t("deleteWords")}
      confirm={t("delete")}
      isBusy={deletion.isPending}
      error={deletion.error}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    />
  );
}
