"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelSection } from "./panel-section";
import { type ContactMerge, mergesQuery } from "./queries";
import { useTakeMergeBack } from "./use-undo-merge";

/** Who was merged into this contact lately, and until when that can be taken back. */
export function Merges({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.merge");
  const words = useTimeWords();
  const now = useNow();
  const merges = useQuery(mergesQuery(contactId)).data ?? [];
  const mayMerge = useMay("contacts.merge");
  const [asked, setAsked] = useState<ContactMerge | null>(null);
  const undo = useTakeMergeBack();
  if (merges.length === 0) return null;
  return (
    <Card>
      <PanelSection name="merges" title={t("list")}>
        <ul className="flex flex-col gap-2.5">
          {merges.map((merge) => (
            <li key={merge.id} className="flex items-center gap-3">
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{merge.goneName}</bdi>
                <span className="block text-sm text-ink-3" title={words.exact(merge.at)}>
                  {t("by", { who: merge.by ?? t("system"), date: words.short(merge.at, now) })}
                  {" · "}
                  {t("until", { date: words.when(merge.undoUntil, now) })}
                </span>
              </span>
              {mayMerge && (
                <Button size="small" aria-label={t("undoOf", { name: merge.goneName })} onClick={() => setAsked(merge)}>
                  {t("takeApart")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </PanelSection>
      {asked && (
        <ConfirmDialog
          title={t("undoOf", { name: asked.goneName })}
          words={t("undoWords")}
          confirm={t("takeApart")}
          isBusy={undo.isPending}
          error={null}
          onConfirm={() => undo.mutate({ contactId, mergeId: asked.id }, { onSettled: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}
