"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call, fieldErrors } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ReplaceChannelToken } from "@/lib/channels/schemas";
import type { Channel } from "@/lib/channels/types";

export function ReplaceTokenDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useTranslations("settings.channels");
  const actions = useTranslations("common.actions");
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
  const errors = fieldErrors(replace.error);
  const save = (event: FormEvent) => {
    event.preventDefault();
    replace.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("replaceTokenOf", { name: channel.name })}
      description={t("replaceTokenWords")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button
            type="submit"
            form="replace-token"
            variant="primary"
            busy={replace.isPending}
            disabled={token.trim() === ""}
          >
            {t("replaceToken")}
          </Button>
        </>
      }
    >
      <form id="replace-token" onSubmit={save} className="flex flex-col gap-3">
        <Field label={t("token")} error={errors.token}>
          <Input type="password" autoComplete="off" value={token} onChange={(event) => setToken(event.target.value)} />
        </Field>
        {!errors.token && <FormProblem error={replace.error} />}
      </form>
    </Dialog>
  );
}
