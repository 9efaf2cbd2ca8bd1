import { deleteRule, editRule, readRule } from "@/lib/rules";
import { DeleteRule, EditRule, ReadRule } from "@/lib/rules/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadRule, readRule);
export const PATCH = route(EditRule, editRule);
export const DELETE = route(DeleteRule, deleteRule);
