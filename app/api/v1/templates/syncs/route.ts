import { listTemplateSyncs } from "@/lib/templates";
import { ListTemplateSyncs } from "@/lib/templates/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListTemplateSyncs, listTemplateSyncs);
