import * as z from "zod";
import { contract } from "@/lib/contract";
import { PageInput, pageOf } from "@/lib/paging";

export const itemOutcomes = ["applied", "duplicate", "parked", "stored", "set_aside"] as const;

export const WebhookItem = z.object({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  channelId: z.uuid().nullable(),
  field: z.string(),
  kind: z.string(),
  outcome: z.enum(itemOutcomes),
  reason: z.string().nullable(),
});

export const ListWebhookItems = contract({
  method: "GET",
  path: "/webhook-items",
  permission: "webhooks.read",
  summary: "List what came from Meta for this workspace and what it became, the newest first",
  input: PageInput.extend({ outcome: z.enum(itemOutcomes).optional() }),
  output: pageOf(WebhookItem),
});

export const ReadWebhookItem = contract({
  method: "GET",
  path: "/webhook-items/:itemId",
  permission: "webhooks.read",
  summary: "Read one webhook item with its raw data",
  input: z.object({ itemId: z.uuid() }),
  output: WebhookItem.extend({ raw: z.unknown() }),
});

export const ReplayWebhookItem = contract({
  method: "POST",
  path: "/webhook-items/:itemId/replay",
  permission: "webhooks.read",
  summary: "Apply a webhook item that was set aside once more",
  input: z.object({ itemId: z.uuid() }),
  output: WebhookItem,
});
