"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { keys } from "@/components/queries/keys";
import { useMay } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { syncsQuery } from "@/components/templates/queries";
import { Button } from "@/components/ui/button";
import type { SyncTemplates } from "@/lib/templates/schemas";
import type { TemplateSync } from "@/lib/templates/types";

/** When the list was last read from WhatsApp, how far it is while it is being read, and a button to read it now. */
export function SyncLine({ channelId, wabaId }: { channelId: string; wabaId: string | undefined }) {
  const t = useTranslations("templates.sync");
  const client = useQueryClient();
  const showProblem = useProblemToast();
  const maySync = useMay("templates.sync");
  const sync = useQuery(syncsQuery).data?.items.find((each) => each.wabaId === wabaId);
  const request = useMutation({
    mutationFn: () => call<typeof SyncTemplates>("POST /templates/sync", { channelId }),
    onError: showProblem,
    onSuccess: () => client.invalidateQueries({ queryKey: syncsQuery.queryKey }),
  });
  const isReading = sync?.state === "running" || sync?.state === "waiting";
  useWhenDone(isReading, () => void client.invalidateQueries({ queryKey: [...keys.templates, "list"] }));
  return (
    <div className="flex items-center gap-2 text-sm text-ink-3">
      <p role="status" className="min-w-0 flex-1 truncate">
        <SyncWords sync={sync} />
      </p>
      {maySync && (
        <Button size="small" variant="quiet" busy={request.isPending || isReading} onClick={() => request.mutate()}>
          {!request.isPending && !isReading && <RefreshCw className="size-3" aria-hidden="true" />}
          {t("now")}
        </Button>
      )}
    </div>
  );
}

function SyncWords({ sync }: { sync: TemplateSync | undefined }) {
  const t = useTranslations("templates.sync");
  const words = useTimeWords();
  const now = useNow({ updateInterval: 60_000 });
  if (sync?.state === "running") return t("running", { count: sync.seenCount });
  if (sync?.state === "waiting") return t("waiting");
  if (sync?.failure) return <span className="text-bad">{t("failed", sync.failure)}</span>;
  if (!sync?.finishedAt) return t("never");
  return <span title={words.exact(sync.finishedAt)}>{t("done", { time: words.short(sync.finishedAt, now) })}</span>;
}

function useWhenDone(isReading: boolean, then: () => void): void {
  const was = useRef(isReading);
  const present = useRef(then);
  useEffect(() => {
    present.current = then;
  });
  useEffect(() => {
    if (was.current && !isReading) present.current();
    was.current = isReading;
  }, [isReading]);
}
