import { ShowTyping } from "@/lib/conversations/schemas";
import { showTyping } from "@/lib/messages";
import { route } from "@/lib/web/route";

export const POST = route(ShowTyping, showTyping);
