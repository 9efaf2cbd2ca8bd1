import { readSendCost } from "@/lib/messages";
import { ReadSendCost } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadSendCost, readSendCost);
