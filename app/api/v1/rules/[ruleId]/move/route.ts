import { moveRule } from "@/lib/rules";
import { MoveRule } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const POST = route(MoveRule, moveRule);
