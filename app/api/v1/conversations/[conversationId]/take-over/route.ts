import { takeOverThread } from "@/lib/messages";
import { TakeOverThread } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const POST = route(TakeOverThread, takeOverThread);
