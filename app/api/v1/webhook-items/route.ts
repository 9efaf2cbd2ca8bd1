import { listWebhookItems } from "@/lib/inbound";
import { ListWebhookItems } from "@/lib/inbound/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListWebhookItems, listWebhookItems);
