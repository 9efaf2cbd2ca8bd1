import { runMacro } from "@/lib/macros";
import { RunMacro } from "@/lib/macros/schemas";
import { route } from "@/lib/web/route";

export const POST = route(RunMacro, runMacro);
