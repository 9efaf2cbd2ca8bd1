"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { RevokeSession, SignOutEverywhere } from "@/lib/auth/schemas";
import { browserOf } from "./browser-of";
import { type MySession, mySessionsQuery } from "./queries";

/** Where the account is signed in. */
export function Sessions({ sessions: initial }: { sessions: MySession[] }) {
  const t = useTranslations("settings.profile");
  const words = useTimeWords();
  const now = useNow();
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const sessions = useQuery({ ...mySessionsQuery, initialData: initial }).data;
  const end = useMutation({
    mutationFn: (sessionId: string) => call<typeof RevokeSession>("DELETE /me/sessions/:sessionId", { sessionId }),
    onSettled: () => client.invalidateQueries({ queryKey: mySessionsQuery.queryKey }),
    onError: onProblem,
  });
  const endAll = useMutation({
    mutationFn: () => call<typeof SignOutEverywhere>("DELETE /me/sessions", {}),
    onSuccess: () => window.location.assign("/sign-in"),
    onError: onProblem,
  });
  return (
    <Card
      title={t("sessions")}
      side={
        <Button busy={endAll.isPending} onClick={() => endAll.mutate()}>
          {t("signOutEverywhere")}
        </Button>
      }
    >
      <ul className="divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-3 px-4 py-2.5">
            <Monitor className="size-4.5 shrink-0 text-ink-3" aria-hidden="true" />
            <span className="min-w-0 flex-1">
              <span className="block truncate" title={session.userAgent ?? undefined}>
                {browserOf(session.userAgent) ?? t("unknownBrowser")}{" "}
                {session.current && <Tag tone="good">{t("thisOne")}</Tag>}
              </span>
              <span className="block text-sm text-ink-3" title={words.exact(session.lastSeenAt)}>
                {[session.ip, t("lastSeen", { time: words.short(session.lastSeenAt, now) })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            {!session.current && (
              <Button busy={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>
                {t("signOut")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
