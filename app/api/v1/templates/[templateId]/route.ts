import { readTemplate } from "@/lib/templates";
import { ReadTemplate } from "@/lib/templates/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadTemplate, readTemplate);
