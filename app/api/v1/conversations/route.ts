import { listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { startConversation } from "@/lib/messages";
import { StartConversation } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListConversations, listConversations);
export const POST = route(StartConversation, startConversation);
