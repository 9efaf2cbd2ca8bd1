"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemState } from "@/components/shell/problem-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Contact } from "@/lib/contacts/types";
import { HistoryEntry } from "./history-entry";
import { consentsQuery } from "./queries";

/** Every entry of the ledger, the newest first, with its proof. Nothing in it can be changed. */
export default function HistoryDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useTranslations("inbox.consents");
  const actions = useTranslations("common.actions");
  const query = useQuery(consentsQuery(contact.id));
  return (
    <Dialog
      open
      onClose={onClose}
      size="medium"
      title={t("historyOf", { name: contact.name })}
      description={t("historyWords")}
      closeLabel={actions("close")}
      footer={<Button onClick={onClose}>{actions("close")}</Button>}
    >
      {query.isPending ? (
        <div role="status" className="flex flex-col gap-3 py-2">
          <span className="sr-only">{t("loading")}</span>
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ) : query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyWords")}</EmptyState>
      ) : (
        <ol className="divide-y border-t">
          {query.data.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}
