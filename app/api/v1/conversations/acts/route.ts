import { actOnConversations } from "@/lib/conversations";
import { ActOnConversations } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(ActOnConversations, actOnConversations);
