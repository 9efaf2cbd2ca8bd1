import { readDay } from "@/lib/queues";
import { ReadDay } from "@/lib/queues/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadDay, (actor, input) => readDay(actor, input));
