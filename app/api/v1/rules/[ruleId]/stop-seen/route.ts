import { seeRuleStop } from "@/lib/rules";
import { SeeRuleStop } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const POST = route(SeeRuleStop, seeRuleStop);
