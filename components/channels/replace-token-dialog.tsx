"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ReplaceChannelToken } from "@/lib/channels/schemas";
import type { Channel } from "@/lib/channels/types";

export function ReplaceTokenDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useTranslations("settings.channels");
  const client = useQueryClient();
  const [token, setToken] = useState("");
  const replace = useMutation({
    mutationFn: () =>
      call<typeof ReplaceChannelToken>("PUT /channels/:channelId/token", { channelId: channel.id, token }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.channels });
      onClose();
    },
  });
  const errors = useFieldErrors(replace.error);
  return (
    <FormDialog
      title={t("replaceTokenOf", { name: channel.name })}
      description={t("replaceTokenWords")}
      confirm={t("replaceToken")}
      isBusy={replace.isPending}
      isDisabled={token.trim() === ""}
      onSubmit={() => replace.mutate()}
      onClose={onClose}
    >
      <Field label={t("token")} error={errors.token}>
        <Input type="password" autoComplete="off" value={token} onChange={(event) => setToken(event.target.value)} />
      </Field>
      {!errors.token && <FormProblem error={replace.error} />}
    </FormDialog>
  );
}
