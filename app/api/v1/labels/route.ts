import { createLabel, listLabels } from "@/lib/labels";
import { CreateLabel, ListLabels } from "@/lib/labels/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListLabels, listLabels);
export const POST = route(CreateLabel, createLabel);
