import { resolveConversation } from "@/lib/conversations";
import { ResolveConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(ResolveConversation, resolveConversation);
