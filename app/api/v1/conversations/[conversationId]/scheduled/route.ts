import { listScheduledMessages } from "@/lib/messages";
import { ListScheduledMessages } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListScheduledMessages, listScheduledMessages);
