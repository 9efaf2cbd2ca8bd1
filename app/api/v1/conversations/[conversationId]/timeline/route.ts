import { listTimeline } from "@/lib/conversations";
import { ListTimeline } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListTimeline, listTimeline);
