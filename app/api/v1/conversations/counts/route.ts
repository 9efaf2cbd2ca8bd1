import { countConversations } from "@/lib/conversations";
import { CountConversations } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const GET = route(CountConversations, countConversations);
