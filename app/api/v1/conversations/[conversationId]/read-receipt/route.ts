import { tellRead } from "@/lib/messages";
import { TellRead } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const POST = route(TellRead, tellRead);
