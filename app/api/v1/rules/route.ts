import { createRule, listRules } from "@/lib/rules";
import { CreateRule, ListRules } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListRules, listRules);
export const POST = route(CreateRule, createRule);
