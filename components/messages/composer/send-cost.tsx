"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { call } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { keys } from "@/components/queries/keys";
import { useAtRest } from "@/components/threads/at-rest";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ReadSendCost } from "@/lib/messages/schemas";

/** What an answer counts as at Meta. No price: those stand on the customer's rate card alone. */
export function SendCost({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("composer.cost");
  const words = useTimeWords();
  const client = useQueryClient();
  const { id, channel, lastMessage } = conversation;
  const { data } = useQuery({
    queryKey: keys.sendCost(id),
    queryFn: ({ signal }) =>
      call<typeof ReadSendCost>("GET /conversations/:conversationId/send-cost", { conversationId: id }, { signal }),
    staleTime: 60_000,
    enabled: useAtRest(),
  });
  const arrived = lastMessage?.direction === "out" && lastMessage.status === "delivered" ? lastMessage.id : null;
  useEffect(() => {
    if (arrived) void client.invalidateQueries({ queryKey: keys.sendCost(id) });
  }, [arrived, client, id]);
  if (!data) return null;
  const { freeUntil, service } = data;
  const isFree = service.used < service.free;
  const [line, title] = freeUntil
    ? [t("freeEntry"), t("freeEntryMeaning", { until: words.exact(freeUntil) })]
    : isFree
      ? [t("service", service), t("serviceMeaning", { ...service, channel: channel.name })]
      : [t("billed"), t("billedMeaning", { ...service, channel: channel.name })];
  return (
    <span
      title={title}
      className="line-clamp-2 max-w-36 text-end text-xs leading-tight text-balance text-ink-3 max-lg:hidden"
    >
      {line}
    </span>
  );
}
