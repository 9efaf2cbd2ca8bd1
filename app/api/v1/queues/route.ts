import { readWallboard } from "@/lib/queues";
import { ReadWallboard } from "@/lib/queues/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadWallboard, (actor, input) => readWallboard(actor, input));
