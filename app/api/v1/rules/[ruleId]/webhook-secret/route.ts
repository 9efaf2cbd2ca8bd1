import { replaceRuleSecret } from "@/lib/rules";
import { ReplaceRuleSecret } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const POST = route(ReplaceRuleSecret, replaceRuleSecret);
