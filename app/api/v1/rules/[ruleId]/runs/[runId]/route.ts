import { readRuleRun } from "@/lib/rules";
import { ReadRuleRun } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadRuleRun, readRuleRun);
