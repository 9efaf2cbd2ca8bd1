import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, type Output } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListWebhookItems, ReadWebhookItem } from "@/lib/inbound/schemas";

export type WebhookItemPage = Output<typeof ListWebhookItems>;
export type WebhookItem = WebhookItemPage["items"][number];
export type Outcome = WebhookItem["outcome"];

export const webhookItemsQuery = (outcome: Outcome | null) =>
  infiniteQueryOptions({
    queryKey: keys.settings("webhook-items", outcome),
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListWebhookItems>(
        "GET /webhook-items",
        { outcome: outcome ?? undefined, cursor: pageParam, limit: 50 },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: WebhookItemPage) => page.nextCursor ?? undefined,
  });

export const webhookItemQuery = (itemId: string) =>
  queryOptions({
    queryKey: keys.settings("webhook-item", itemId),
    queryFn: ({ signal }) => call<typeof ReadWebhookItem>("GET /webhook-items/:itemId", { itemId }, { signal }),
  });
