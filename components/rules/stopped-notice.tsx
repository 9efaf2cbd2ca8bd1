"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { OctagonAlert } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { keys } from "@/components/queries/keys";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SeeRuleStop } from "@/lib/rules/schemas";

/** The guard stopped it, and nobody has said yet that they saw that: what it means, and what to do. */
export function StoppedNotice({ ruleId, at }: { ruleId: string; at: string }) {
  const t = useTranslations("rules");
  const times = useTimeWords();
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: () => call<typeof SeeRuleStop>("POST /rules/:ruleId/stop-seen", { ruleId }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.rules }),
  });
  const seen = (
    <Button variant="secondary" busy={see.isPending} onClick={() => see.mutate()}>
      {t("stopSeen")}
    </Button>
  );
  return (
    <Notice tone="warn" icon={<OctagonAlert />} action={seen}>
      <strong className="font-semibold">{t("stoppedAt", { time: times.when(at, useNow()) })}</strong>{" "}
      {t("stoppedWords")}
    </Notice>
  );
}
