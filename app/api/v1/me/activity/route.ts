import { markActive } from "@/lib/availability";
import { MarkActive } from "@/lib/availability/schemas";
import { route } from "@/lib/web/route";

export const POST = route(MarkActive, (actor) => markActive(actor));
