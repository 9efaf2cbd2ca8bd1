import { assignConversation } from "@/lib/conversations";
import { AssignConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(AssignConversation, assignConversation);
