import { ListEvents } from "@/lib/events/schemas";
import { listEvents } from "@/lib/realtime";
import { route } from "@/lib/web/route";

export const GET = route(ListEvents, listEvents);
