import { readMessage } from "@/lib/messages";
import { ReadMessage } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadMessage, readMessage);
