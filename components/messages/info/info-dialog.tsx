"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ProblemState } from "@/components/shell/problem-state";
import { Copyable } from "@/components/ui/copyable";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReadMessageInfo } from "@/lib/messages/schemas";
import type { Message } from "@/lib/messages/types";
import { Billing } from "./billing";
import { Way } from "./way";
import { Why } from "./why";

const places = ["w-48", "w-64", "w-56", "w-72"];

/** Everything about one message: how it fared, what it counts as, its id, and why it left or did not. */
export default function InfoDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const t = useTranslations("inbox.info");
  const actions = useTranslations("common.actions");
  const { id: messageId, conversationId, status } = message;
  const { data, error, refetch } = useQuery({
    queryKey: keys.messageInfo(messageId, status),
    queryFn: ({ signal }) =>
      call<typeof ReadMessageInfo>(
        "GET /conversations/:conversationId/messages/:messageId/info",
        { conversationId, messageId },
        { signal },
      ),
    placeholderData: (before) => before,
  });
  const isOurs = message.direction === "out";
  return (
    <Dialog open onClose={onClose} title={t("title")} closeLabel={actions("close")} size="medium">
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!error && !data && (
        <div role="status" className="flex flex-col gap-3 py-2">
          <span className="sr-only">{t("loading")}</span>
          {places.map((width) => (
            <Skeleton key={width} className={`h-4 ${width}`} />
          ))}
        </div>
      )}
      {data && (
        <div className="flex flex-col gap-5">
          {data.why && (
            <Section title={t("why")}>
              <Why message={data.message} why={data.why} onClose={onClose} />
            </Section>
          )}
          <Section title={t("way")}>
            <Way message={data.message} why={data.why} statuses={data.statuses} />
          </Section>
          {isOurs && (
            <Section title={t("billing")}>
              <Billing billing={data.billing} />
            </Section>
          )}
          {data.message.wamid ? (
            <Copyable label={t("id")} value={data.message.wamid} copyLabel={t("copy")} copiedLabel={t("copied")} />
          ) : (
            <p className="text-ink-3">{t("noId")}</p>
          )}
        </div>
      )}
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-sm font-medium">{title}</h3>
      {children}
    </section>
  );
}
