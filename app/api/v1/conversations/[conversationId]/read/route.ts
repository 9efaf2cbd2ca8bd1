import { MarkConversationRead } from "@/lib/conversations/schemas";
import { markConversationRead } from "@/lib/messages";
import { route } from "@/lib/web/route";

export const POST = route(MarkConversationRead, markConversationRead);
