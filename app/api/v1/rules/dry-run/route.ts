import { dryRunRule } from "@/lib/rules";
import { DryRunRule } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const POST = route(DryRunRule, dryRunRule);
