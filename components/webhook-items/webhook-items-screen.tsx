"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { RefreshCw, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readOn } from "@/components/queries/read-on";
import { SettingsPage } from "@/components/settings/settings-page";
import { ProblemState } from "@/components/shell/problem-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { type Outcome, type WebhookItemPage, webhookItemsQuery } from "./queries";
import { WebhookItemRow } from "./webhook-item-row";

const outcomes = ["all", "applied", "set_aside", "parked", "stored", "duplicate"] as const;

/** What came from Meta and what it became, with a second try for what was set aside. */
export function WebhookItemsScreen({ first }: { first: WebhookItemPage }) {
  const t = useTranslations("settings.webhooks");
  const [shown, setShown] = useState<Outcome | "all">("all");
  const list = useInfiniteQuery({
    ...webhookItemsQuery(shown === "all" ? null : shown),
    ...(shown === "all" ? { initialData: { pages: [first], pageParams: [undefined] } } : {}),
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SettingsPage
      title={t("title")}
      words={t("words")}
      action={
        <Button busy={list.isRefetching} onClick={() => void list.refetch()}>
          <RefreshCw className="size-3.5" aria-hidden="true" />
          {t("refresh")}
        </Button>
      }
    >
      <div className="overflow-x-auto">
        <Segmented
          label={t("filter")}
          value={shown}
          options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          onChange={setShown}
        />
      </div>
      <Card>
        {list.isPending ? (
          <div role="status" className="flex flex-col gap-3 p-4">
            <span className="sr-only">{t("loading")}</span>
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-4 w-3/5" />
          </div>
        ) : list.isError && !list.data ? (
          <ProblemState error={list.error} onRetry={() => void list.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState icon={<Webhook />} title={t(shown === "all" ? "empty" : "emptyFiltered")}>
            {shown === "all" && t("emptyWords")}
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {items.map((item) => (
              <WebhookItemRow key={item.id} item={item} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <div className="border-t p-3 text-center">
            <Button busy={list.isFetchingNextPage} onClick={() => void readOn(list)}>
              {t("more")}
            </Button>
          </div>
        )}
      </Card>
    </SettingsPage>
  );
}
