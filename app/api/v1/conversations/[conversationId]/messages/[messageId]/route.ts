import { editScheduledMessage, readMessage } from "@/lib/messages";
import { EditScheduledMessage, ReadMessage } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadMessage, readMessage);
export const PATCH = route(EditScheduledMessage, editScheduledMessage);
