"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import type { RevokeApiKey } from "@/lib/auth/schemas";
import type { ApiKey } from "./api-keys-screen";
import { apiKeysQuery } from "./queries";

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations("settings.api-keys");
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call<typeof RevokeApiKey>("DELETE /api-keys/:keyId", { keyId: apiKey.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("revokeOf", { name: apiKey.name })}
      words={t("revokeWords")}
      confirm={t("revoke")}
      isBusy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    />
  );
}
