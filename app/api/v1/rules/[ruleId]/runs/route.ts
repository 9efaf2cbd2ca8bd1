import { listRuleRuns } from "@/lib/rules";
import { ListRuleRuns } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListRuleRuns, listRuleRuns);
