"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { call } from "@/components/api";
import { PanelSection } from "@/components/contacts/panel-section";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { IconButton } from "@/components/ui/icon-button";
import type { RemoveReminder } from "@/lib/reminders/schemas";
import { remindersQuery } from "./queries";

const ReminderDialog = lazy(() => import("./reminder-dialog"));

/** When the member wants to come back to the conversation. */
export function PanelReminders({ conversationId }: { conversationId: string }) {
  const t = useTranslations("inbox.reminders");
  const words = useTimeWords();
  const now = useNow();
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const [isSetting, setSetting] = useState(false);
  const reminders = useQuery(remindersQuery(conversationId)).data ?? [];
  const remove = useMutation({
    mutationFn: (reminderId: string) =>
      call<typeof RemoveReminder>("DELETE /conversations/:conversationId/reminders/:reminderId", {
        conversationId,
        reminderId,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.reminders(conversationId) }),
    onError: onProblem,
  });
  return (
    <PanelSection
      name="reminders"
      title={t("mine")}
      action={
        <button type="button" className="rounded-sm text-xs font-semibold text-accent" onClick={() => setSetting(true)}>
          {t("add")}
        </button>
      }
    >
      {reminders.length === 0 ? (
        <p className="text-ink-3">{t("none")}</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {reminders.map(({ id, body, dueAt }) => (
            <li key={id} className="flex items-start gap-1">
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block [overflow-wrap:anywhere]">
                  {body}
                </span>
                <time dateTime={dueAt} title={words.exact(dueAt)} className="text-sm text-ink-3">
                  {words.when(dueAt, now)}
                </time>
              </span>
              <IconButton label={t("drop")} onClick={() => remove.mutate(id)}>
                <X className="size-3.5" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {isSetting && (
        <Suspense>
          <ReminderDialog conversationId={conversationId} onClose={() => setSetting(false)} />
        </Suspense>
      )}
    </PanelSection>
  );
}
