import { syncTemplates } from "@/lib/templates";
import { SyncTemplates } from "@/lib/templates/schemas";
import { route } from "@/lib/web/route";

export const POST = route(SyncTemplates, syncTemplates);
