import { snoozeConversation } from "@/lib/conversations";
import { SnoozeConversation } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(SnoozeConversation, snoozeConversation);
