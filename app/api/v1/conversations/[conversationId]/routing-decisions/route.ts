import { listRoutingDecisions } from "@/lib/routing";
import { ListRoutingDecisions } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListRoutingDecisions, listRoutingDecisions);
