import { labelConversation } from "@/lib/conversations";
import { LabelConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(LabelConversation, labelConversation);
