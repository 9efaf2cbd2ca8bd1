import { listQueue } from "@/lib/queues";
import { ListQueue } from "@/lib/queues/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListQueue, (actor, input) => listQueue(actor, input));
