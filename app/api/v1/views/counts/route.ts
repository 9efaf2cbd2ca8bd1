import { countViews } from "@/lib/views";
import { CountViews } from "@/lib/views/schemas";
import { route } from "@/lib/web/route";

export const GET = route(CountViews, countViews);
