import { listMessages, sendMessage } from "@/lib/messages";
import { ListMessages, SendMessage } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListMessages, listMessages);
export const POST = route(SendMessage, sendMessage);
