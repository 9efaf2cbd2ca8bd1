import { readWebhookItem } from "@/lib/inbound";
import { ReadWebhookItem } from "@/lib/inbound/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadWebhookItem, readWebhookItem);
