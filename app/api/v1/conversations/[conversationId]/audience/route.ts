import { listAudience } from "@/lib/conversations";
import { ListAudience } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListAudience, listAudience);
