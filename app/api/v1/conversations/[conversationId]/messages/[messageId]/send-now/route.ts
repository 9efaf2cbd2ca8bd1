import { sendScheduledMessageNow } from "@/lib/messages";
import { SendScheduledMessageNow } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const POST = route(SendScheduledMessageNow, sendScheduledMessageNow);
