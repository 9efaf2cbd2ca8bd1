import { markConversationUnread } from "@/lib/conversations";
import { MarkConversationUnread } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(MarkConversationUnread, markConversationUnread);
