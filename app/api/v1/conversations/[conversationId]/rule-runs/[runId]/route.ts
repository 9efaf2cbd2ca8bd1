import { readConversationRuleRun } from "@/lib/rules";
import { ReadConversationRuleRun } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadConversationRuleRun, readConversationRuleRun);
