import { reopenConversation } from "@/lib/conversations";
import { ReopenConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(ReopenConversation, reopenConversation);
