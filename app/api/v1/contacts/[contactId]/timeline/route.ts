import { listContactTimeline } from "@/lib/histories";
import { ListContactTimeline } from "@/lib/histories/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContactTimeline, listContactTimeline);
