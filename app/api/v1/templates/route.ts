import { listTemplates } from "@/lib/templates";
import { ListTemplates } from "@/lib/templates/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListTemplates, listTemplates);
