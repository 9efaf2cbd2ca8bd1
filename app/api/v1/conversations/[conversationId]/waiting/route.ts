import { explainWaiting } from "@/lib/routing";
import { ExplainWaiting } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ExplainWaiting, explainWaiting);
