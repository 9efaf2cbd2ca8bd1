import { takeNext } from "@/lib/routing";
import { TakeNext } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const POST = route(TakeNext, takeNext);
