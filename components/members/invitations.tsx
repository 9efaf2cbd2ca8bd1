"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RevokeInvitation } from "@/lib/members/schemas";
import type { Invitation } from "./members-screen";
import { invitationsQuery } from "./queries";

/** Invitations that nobody has followed yet. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const t = useTranslations("settings.members");
  const words = useTimeWords();
  const now = useNow();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (invitationId: string) =>
      call<typeof RevokeInvitation>("DELETE /invitations/:invitationId", { invitationId }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
    onError: useProblemToast(),
  });
  return (
    <Card title={t("open")}>
      <ul className="divide-y">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex items-center gap-3 px-4 py-2">
            <span className="min-w-0 flex-1 truncate">{email}</span>
            <span className="text-ink-2">{t(`roles.${role}`)}</span>
            <span className="text-sm text-ink-3" title={words.exact(expiresAt)}>
              {t("expires", { date: words.date(expiresAt, now) })}
            </span>
            <Button
              aria-label={t("withdrawOf", { email })}
              busy={revoke.isPending && revoke.variables === id}
              onClick={() => revoke.mutate(id)}
            >
              {t("withdraw")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
