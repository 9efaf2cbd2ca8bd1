import { wakeConversation } from "@/lib/conversations";
import { WakeConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(WakeConversation, wakeConversation);
