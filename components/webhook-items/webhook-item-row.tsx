"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { keys } from "@/components/queries/keys";
import { ProblemState } from "@/components/shell/problem-state";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";
import { RawJson } from "@/components/ui/raw-json";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag, type Tone } from "@/components/ui/tag";
import type { ReplayWebhookItem } from "@/lib/inbound/schemas";
import { type Outcome, type WebhookItem, webhookItemQuery } from "./queries";

const tones: Record<Outcome, Tone> = {
  applied: "good",
  duplicate: "plain",
  parked: "warn",
  stored: "plain",
  set_aside: "bad",
};

export function WebhookItemRow({ item }: { item: WebhookItem }) {
  const t = useTranslations("settings.webhooks");
  const words = useTimeWords();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="focus-inset grid w-full grid-cols-[16px_64px_minmax(0,1fr)_auto] items-center gap-3 px-4 py-2 text-start hover:bg-hover/60"
      >
        <ChevronRight
          aria-hidden="true"
          className={`size-4 text-ink-3 transition-transform rtl:-scale-x-100 ${isOpen ? "rotate-90" : ""}`}
        />
        <time dateTime={item.receivedAt} title={words.exact(item.receivedAt)} className="text-sm text-ink-3">
          {words.short(item.receivedAt, now)}
        </time>
        <span className="min-w-0">
          <span className="font-medium">{item.kind}</span> <span className="text-ink-3">{item.field}</span>
          {item.reason && <span className="block truncate text-sm text-ink-2">{item.reason}</span>}
        </span>
        <Tag tone={tones[item.outcome]}>{t(`outcome.${item.outcome}`)}</Tag>
      </button>
      {isOpen && <ItemDetails item={item} />}
    </li>
  );
}

function ItemDetails({ item }: { item: WebhookItem }) {
  const t = useTranslations("settings.webhooks");
  const client = useQueryClient();
  const query = useQuery(webhookItemQuery(item.id));
  const replay = useMutation({
    mutationFn: () => call<typeof ReplayWebhookItem>("POST /webhook-items/:itemId/replay", { itemId: item.id }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.settings("webhook-items") }),
    onError: useProblemToast(),
  });
  const canReplay = item.outcome === "set_aside" || item.outcome === "parked";
  return (
    <div className="flex flex-col gap-3 px-4 pb-4 ps-11">
      <p className="text-ink-2">{item.reason ?? t(`meaning.${item.outcome}`)}</p>
      {query.isPending && <Skeleton className="h-24 w-full" />}
      {query.isError && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <RawJson value={query.data.raw} />}
      {canReplay && (
        <Button className="self-start" busy={replay.isPending} onClick={() => replay.mutate()}>
          {t("replay")}
        </Button>
      )}
    </div>
  );
}
