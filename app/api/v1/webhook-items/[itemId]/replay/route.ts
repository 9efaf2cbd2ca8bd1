import { replayWebhookItem } from "@/lib/inbound";
import { ReplayWebhookItem } from "@/lib/inbound/schemas";
import { route } from "@/lib/web/route";

export const POST = route(ReplayWebhookItem, replayWebhookItem);
