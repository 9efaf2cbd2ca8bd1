import { countStoppedRules } from "@/lib/rules";
import { CountStoppedRules } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const GET = route(CountStoppedRules, countStoppedRules);
