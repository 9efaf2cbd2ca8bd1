import { markSpam } from "@/lib/conversations";
import { MarkSpam } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(MarkSpam, markSpam);
