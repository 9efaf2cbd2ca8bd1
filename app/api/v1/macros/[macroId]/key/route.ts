import { bindMacroKey } from "@/lib/macros";
import { BindMacroKey } from "@/lib/macros/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(BindMacroKey, bindMacroKey);
