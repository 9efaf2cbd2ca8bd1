import { readConversation } from "@/lib/conversations";
import { ReadConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadConversation, readConversation);
