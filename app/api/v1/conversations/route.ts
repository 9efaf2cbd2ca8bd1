import { listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListConversations, listConversations);
