import { readRoutingDecision } from "@/lib/routing";
import { ReadRoutingDecision } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadRoutingDecision, readRoutingDecision);
