"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { EditChannel } from "@/lib/channels/schemas";
import { type Channel, type ReadReceiptMode, readReceiptModes } from "@/lib/channels/types";

/** When this number's customers are told that they were read; saved as soon as it is chosen. */
export function ReadReceipts({ channel }: { channel: Channel }) {
  const t = useTranslations("settings.channels");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const edit = useMutation({
    mutationFn: (readReceipts: ReadReceiptMode) =>
      call<typeof EditChannel>("PATCH /channels/:channelId", { channelId: channel.id, readReceipts }),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.channels }),
  });
  return (
    <Field label={t("readReceipts")} hint={t("readReceiptsHint")} className="max-w-100">
      <Select
        value={edit.isPending ? edit.variables : channel.readReceipts}
        onChange={(event) => edit.mutate(event.target.value as ReadReceiptMode)}
      >
        {readReceiptModes.map((mode) => (
          <option key={mode} value={mode}>
            {t(`readReceiptMode.${mode}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
