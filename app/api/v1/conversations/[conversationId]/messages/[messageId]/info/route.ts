import { readMessageInfo } from "@/lib/messages";
import { ReadMessageInfo } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadMessageInfo, readMessageInfo);
