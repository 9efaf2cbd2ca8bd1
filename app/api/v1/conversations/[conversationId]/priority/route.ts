import { prioritiseConversation } from "@/lib/conversations";
import { PrioritiseConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(PrioritiseConversation, prioritiseConversation);
