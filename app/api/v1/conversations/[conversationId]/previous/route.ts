import { readPreviousConversation } from "@/lib/conversations";
import { ReadPreviousConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadPreviousConversation, readPreviousConversation);
